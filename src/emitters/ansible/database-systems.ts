import type { SelfHostedDatabase } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { literal } from "../../compiler/environment/text.ts";
import { headerOf } from "../../compiler/header.ts";

/** How a server of an engine is installed on Debian and Ubuntu, told where to listen, and given its database and user. */
export interface DatabaseSystem {
  readonly service: string;
  readonly packages: (database: SelfHostedDatabase) => readonly string[];
  readonly file: (database: SelfHostedDatabase) => string;
  readonly configuration: (database: SelfHostedDatabase, isShared: boolean) => readonly string[];
  /** A line that lets its user in, where the server keeps a list of its own. */
  readonly access?: (database: SelfHostedDatabase) => { readonly path: string; readonly line: string };
  readonly script: (environment: Environment, database: SelfHostedDatabase) => readonly string[];
}

const head = (environment: Environment, { name }: SelfHostedDatabase): readonly string[] => [
  "#!/bin/sh",
  `# ${headerOf(environment)}`,
  `# Makes the database and the user of ${name}; DATABASE_PASSWORD, of letters and digits, is what the user signs in with.`,
  "set -eu",
  "",
];

const mysqlScript = (environment: Environment, database: SelfHostedDatabase): readonly string[] => [
  ...head(environment, database),
  "mysql <<SQL",
  `CREATE DATABASE IF NOT EXISTS ${database.database.value};`,
  `CREATE USER IF NOT EXISTS '${database.user.value}'@'%';`,
  `ALTER USER '${database.user.value}'@'%' IDENTIFIED BY '$DATABASE_PASSWORD';`,
  `GRANT ALL PRIVILEGES ON ${database.database.value}.* TO '${database.user.value}'@'%';`,
  "SQL",
];

const postgresScript = (environment: Environment, database: SelfHostedDatabase): readonly string[] => {
  const { user, database: name } = database;
  return [
    ...head(environment, database),
    "runuser -u postgres -- psql --set=ON_ERROR_STOP=1 <<SQL",
    `SELECT 'CREATE ROLE ${user.value} LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${user.value}') \\gexec`,
    `ALTER ROLE ${user.value} PASSWORD '$DATABASE_PASSWORD';`,
    `SELECT 'CREATE DATABASE ${name.value} OWNER ${user.value}' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '${name.value}') \\gexec`,
    "SQL",
  ];
};

const mysqlConfiguration = ({ port }: SelfHostedDatabase, isShared: boolean): readonly string[] => [
  "[mysqld]",
  `bind-address = ${isShared ? "0.0.0.0" : "127.0.0.1"}`,
  `port = ${port.value}`,
];

const systems: Readonly<Record<SelfHostedDatabase["engine"]["value"], DatabaseSystem>> = {
  mariadb: {
    service: "mariadb",
    packages: () => ["mariadb-server"],
    file: () => "/etc/mysql/mariadb.conf.d/90-specc.cnf",
    configuration: mysqlConfiguration,
    script: mysqlScript,
  },
  mysql: {
    service: "mysql",
    packages: () => ["mysql-server"],
    file: () => "/etc/mysql/mysql.conf.d/90-specc.cnf",
    configuration: mysqlConfiguration,
    script: mysqlScript,
  },
  postgres: {
    service: "postgresql",
    packages: (database) => [`postgresql-${literal(database.version).value.split(".")[0]}`],
    file: (database) => `/etc/postgresql/${literal(database.version).value.split(".")[0]}/main/conf.d/90-specc.conf`,
    configuration: ({ port }, isShared) => [
      `listen_addresses = '${isShared ? "*" : "localhost"}'`,
      `port = ${port.value}`,
      "password_encryption = 'scram-sha-256'",
    ],
    access: (database) => ({
      path: `/etc/postgresql/${literal(database.version).value.split(".")[0]}/main/pg_hba.conf`,
      line: `hostssl ${database.database.value} ${database.user.value} all scram-sha-256`,
    }),
    script: postgresScript,
  },
};

export const databaseSystem = ({ engine }: SelfHostedDatabase): DatabaseSystem => systems[engine.value];

/** The versions of servers that the systems come with. */
const packaged: Readonly<Record<string, Readonly<Partial<Record<SelfHostedDatabase["engine"]["value"], string>>>>> = {
  "ubuntu-22.04": { mariadb: "10.6", mysql: "8.0", postgres: "14" },
  "ubuntu-24.04": { mariadb: "10.11", mysql: "8.0", postgres: "16" },
  "debian-12": { mariadb: "10.11", postgres: "15" },
};

export const packagedVersion = (system: string, { engine }: SelfHostedDatabase): string | undefined =>
  Object.hasOwn(packaged, system) ? packaged[system]?.[engine.value] : undefined;
