import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { Database } from "../../../../compiler/environment/database.ts";
import { isWritten } from "../../../../compiler/environment/written.ts";
import type { SpecPath } from "../../../../formats/origin.ts";
import { hasOwnUser } from "../database-users.ts";

const reservedUser = "doadmin";
const reservedNames: readonly string[] = ["defaultdb", "_dodb"];

/** What DigitalOcean keeps for itself, and what it does not run. */
export const databasesAreSold: Check = function* ({ databases }) {
  for (const database of databases)
    for (const { at, problem } of problemsOf(database))
      yield diagnose("digitalocean-database", at, { database: database.name, problem });
};

interface Problem {
  readonly at: SpecPath;
  readonly problem: string;
}

const problemsOf = ({ at, engine, user, database }: Database): readonly Problem[] => [
  ...(engine.value === "mariadb" ? [{ at: [...at, "engine"], problem: "it runs PostgreSQL and MySQL" }] : []),
  ...(user.value === reservedUser && isWritten(user)
    ? [{ at: [...at, "user"], problem: `the user \`${reservedUser}\` is its own` }]
    : []),
  ...(reservedNames.includes(database.value)
    ? [{ at: [...at, "name"], problem: `the name \`${database.value}\` is its own` }]
    : []),
];

/** A user of our own in PostgreSQL is given rights by hand. */
export const usersMayWrite: Check = function* ({ databases }) {
  for (const database of databases) {
    const { name, at, engine, user } = database;
    if (engine.value === "postgres" && hasOwnUser(database) && isWritten(user))
      yield diagnose("digitalocean-user-without-rights", [...at, "user"], { database: name, user: user.value });
  }
};
