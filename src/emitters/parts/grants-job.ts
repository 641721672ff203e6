import type { App, EnvironmentVariable } from "../../compiler/environment/app.ts";
import type { Cluster } from "../../compiler/environment/cluster.ts";
import type { Database } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { type Part, type Text, text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { type Origin, type Traced, isTraced, traced } from "../../formats/origin.ts";
import { databaseGrants, grantedDatabases } from "./database-grants.ts";

/** The client of PostgreSQL, which speaks to older servers as well. */
const IMAGE = "docker.io/library/postgres:17.6-alpine3.22";

/** The user of the image that is not root. */
const USER = "70";

/**
 * The environment with a job for each database whose users have fewer rights than its owner: as the owner it grants
 * them, and every app that uses the database waits for it. An app of the spec by that name takes its place.
 */
export function withGrants(environment: Environment): Environment {
  const cluster = clusterOf(environment);
  if (cluster === undefined) return environment;
  const own = new Set(environment.apps.map(({ name }) => name));
  const databases = grantedDatabases(environment).filter((database) => !own.has(jobName(database)));
  if (databases.length === 0) return environment;
  const jobs = databases.map((database) => grantsJob(cluster, database));
  return {
    ...environment,
    apps: [...environment.apps.map((app) => waiting(environment, app, databases)), ...jobs].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    ),
    reach: [
      ...environment.reach,
      ...databases.map((database) => ({
        from: jobName(database),
        to: { section: "database" as const, name: database.name },
        origins: [reason(database)],
      })),
    ],
  };
}

const clusterOf = ({ clusters }: Environment): Cluster | undefined =>
  clusters.find(({ kind }) => kind.value === "kubernetes");

/** Whether a job of the cluster grants what others run by hand. */
export const isGrantedInside = (environment: Environment): boolean => clusterOf(environment) !== undefined;

const jobName = ({ name }: Database): string => `${name}-grants`;

const reason = ({ at }: Database): Origin => by("database-grants", [...at, "users"]);

/** Who uses a database comes after its grants. */
function waiting({ reach }: Environment, app: App, databases: readonly Database[]): App {
  const used = databases.filter(({ name }) =>
    reach.some(({ from, to }) => from === app.name && to.section === "database" && to.name === name),
  );
  const awaited = used.map((database) => traced(`apps.${jobName(database)}`, reason(database)));
  return awaited.length === 0 ? app : { ...app, dependsOn: [...app.dependsOn, ...awaited] };
}

function grantsJob(cluster: Cluster, database: Database): App {
  const said = <T>(value: T): Traced<T> => traced(value, reason(database));
  const words = (...parts: readonly Part[]): Text => text(parts, [reason(database)]);
  return {
    name: jobName(database),
    at: [...database.at, "users"],
    kind: said("job"),
    description: said(`Grants the users of ${database.name} what they may do`),
    schedule: undefined,
    image: words(IMAGE),
    builtFrom: undefined,
    command: ["psql", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--command"].map((word) => words(word)),
    args: [words(statements(database))],
    runsOn: undefined,
    cluster,
    port: undefined,
    replicas: said(1),
    health: undefined,
    resources: { cpu: undefined, memory: undefined },
    routes: [],
    env: clientVariables(database, words),
    scaling: undefined,
    dependsOn: [],
    ports: [],
    publish: [],
    volumes: [],
    metrics: undefined,
    labels: [],
    hostname: undefined,
    user: words(USER),
    workingDirectory: undefined,
    envFile: undefined,
  };
}

const statements = (database: Database): string =>
  databaseGrants(database)
    .map((line) => (isTraced(line) ? line.value : line))
    .filter((line) => line !== "" && !line.startsWith("--"))
    .map((line) => `${line}\n`)
    .join("");

/** From https://www.postgresql.org/docs/current/libpq-envars.html: what its clients read, in order of name. */
const attributes = { PGDATABASE: "database", PGHOST: "host", PGPASSWORD: "password", PGUSER: "user" } as const;

function clientVariables(
  database: Database,
  words: (...parts: readonly Part[]) => Text,
): readonly EnvironmentVariable[] {
  const at = [...database.at, "users"];
  const read = Object.entries(attributes).map(([name, attribute]) => ({
    name,
    at,
    value: words({ kind: "attribute", section: "database", name: database.name, attribute }),
  }));
  return [...read, { name: "PGSSLMODE", at, value: words("require") }];
}
