import type { Database, DatabaseUser } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { literal } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { type Origins, type Traced, traced } from "../../formats/origin.ts";

type Line = string | Traced<string>;

/** The databases of Google's whose users have fewer rights than the one who owns everything. */
export const grantedDatabases = ({ databases, provider }: Environment): readonly Database[] =>
  provider?.kind.value === "google"
    ? databases.filter(({ engine, users }) => engine.value === "postgres" && users.length > 0)
    : [];

/** What the owner of a PostgreSQL database tells it once, so that its users may do what the spec says and nothing else. */
export const databaseGrants = (database: Database): readonly Line[] => [
  `-- Rights of the users of ${database.name}; its owner runs this before anybody else signs in, and may do so again.`,
  "BEGIN;",
  "",
  "REVOKE CREATE ON SCHEMA public FROM PUBLIC;",
  ...database.users.flatMap((user) => ["", ...grantsOf(database, user)]),
  "",
  "COMMIT;",
];

/** Cloud SQL lets every user whom its API makes rule the instance. */
const superuser = "cloudsqlsuperuser";

/** From PostgreSQL 16 on a user takes a role from others only as its administrator, which Cloud SQL alone is of its own. */
const firstGuarded = 16;

export const canTakeRights = ({ version }: Pick<Database, "version">): boolean =>
  Number.parseFloat(literal(version).value) < firstGuarded;

function grantsOf(database: Database, user: DatabaseUser): readonly Line[] {
  const { value: rights } = user.rights;
  const name = identifier(user.name);
  const owner = identifier(database.user.value);
  const origins: Origins = [{ at: user.at }, by("least-privilege", user.at)];
  const lines =
    rights === "owner"
      ? [`GRANT ${owner} TO ${name};`]
      : [
          `GRANT CONNECT ON DATABASE ${identifier(database.database.value)} TO ${name};`,
          `GRANT USAGE ON SCHEMA public TO ${name};`,
          ...objects.flatMap(({ kind, read, write }) => {
            const granted = rights === "read" ? read : write;
            return [
              `GRANT ${granted} ON ALL ${kind} IN SCHEMA public TO ${name};`,
              `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA public GRANT ${granted} ON ${kind} TO ${name};`,
            ];
          }),
        ];
  const taken = canTakeRights(database)
    ? [`REVOKE ${superuser} FROM ${name};`, `ALTER ROLE ${name} NOCREATEDB NOCREATEROLE;`]
    : [];
  return [...taken, ...lines].map((line) => traced(line, ...origins));
}

interface Granted {
  readonly kind: "TABLES" | "SEQUENCES";
  readonly read: string;
  readonly write: string;
}

const objects: readonly Granted[] = [
  { kind: "TABLES", read: "SELECT", write: "SELECT, INSERT, UPDATE, DELETE" },
  { kind: "SEQUENCES", read: "SELECT", write: "USAGE, SELECT, UPDATE" },
];

/** From https://www.postgresql.org/docs/current/sql-syntax-lexical.html: any name stands between quotes, which are doubled. */
const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
