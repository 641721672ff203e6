import type { Database } from "../../compiler/environment/database.ts";
import { by } from "../../compiler/rules.ts";
import { derive, type Traced, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { knownText } from "../parts/known-text.ts";
import { asked, databasePassword, literally } from "./lower.ts";

/** How the official image of an engine is told what to make, and asked whether it is there. */
interface Engine {
  readonly prefix: string;
  readonly folder: string;
  readonly test: (user: string, database: string) => readonly string[];
}

const engines: Readonly<Record<Database["engine"]["value"], Engine>> = {
  postgres: {
    prefix: "POSTGRES",
    folder: "/var/lib/postgresql/data",
    test: (user, database) => ["CMD", "pg_isready", "--username", user, "--dbname", database],
  },
  mysql: { prefix: "MYSQL", folder: "/var/lib/mysql", test: () => ["CMD", "mysqladmin", "ping", "--silent"] },
  mariadb: {
    prefix: "MARIADB",
    folder: "/var/lib/mysql",
    test: () => ["CMD", "healthcheck.sh", "--connect", "--innodb_initialized"],
  },
};

/** A database for one developer, in place of the provider's. */
export function databaseService(database: Database): Traced<YamlNode> {
  const { name, at, engine, version, user } = database;
  const { prefix, folder, test } = engines[engine.value];
  const password = traced(asked(databasePassword(database)), by("compose-secret", at));
  return traced<YamlNode>(
    {
      image: derive(engine, (kind) => `${kind}:${knownText(version)}`),
      restart: traced("unless-stopped", by("keep-running", at)),
      environment: {
        [prefix === "POSTGRES" ? "POSTGRES_DB" : `${prefix}_DATABASE`]: derive(database.database, literally),
        [`${prefix}_USER`]: derive(user, literally),
        [`${prefix}_PASSWORD`]: password,
        ...(prefix === "POSTGRES" ? {} : { [`${prefix}_RANDOM_ROOT_PASSWORD`]: "yes" }),
      },
      healthcheck: traced<YamlNode>(
        { test: test(user.value, database.database.value).map(literally), interval: "5s", timeout: "5s", retries: 12 },
        by("compose-health", at),
      ),
      volumes: [`database-${name}:${folder}`],
    },
    { at },
  );
}
