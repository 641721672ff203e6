import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { Database } from "../../../../compiler/environment/database.ts";
import { isLiteral, literal } from "../../../../compiler/environment/text.ts";
import type { SpecPath } from "../../../../formats/origin.ts";
import { canTakeRights, grantedDatabases } from "../../../parts/database-grants.ts";
import { isDaily, toDays } from "../../days.ts";
import { toGibibytes } from "../../gibibytes.ts";
import { mostCopies } from "../database-backup.ts";

interface Problem {
  readonly at: SpecPath;
  readonly problem: string;
}

/** What Cloud SQL runs, and what it keeps for itself. */
export const databasesAreSold: Check = function* ({ databases }) {
  for (const each of databases)
    for (const { at, problem } of [...engineProblems(each), ...nameProblems(each), ...diskProblems(each)])
      yield diagnose("google-database", at, { database: each.name, problem });
};

const versions: Readonly<Record<"postgres" | "mysql", { readonly form: RegExp; readonly words: string }>> = {
  postgres: { form: /^(9\.6|\d\d+)$/, words: "a major version such as `16`" },
  mysql: { form: /^\d+\.\d+$/, words: "a version such as `8.4`" },
};

function engineProblems({ at, engine, version }: Database): readonly Problem[] {
  if (engine.value === "mariadb") return [{ at: [...at, "engine"], problem: "Cloud SQL runs no MariaDB" }];
  const { form, words } = versions[engine.value];
  if (!isLiteral(version) || form.test(literal(version).value)) return [];
  return [{ at: [...at, "version"], problem: `Cloud SQL takes ${words}` }];
}

const ownDatabases: readonly string[] = [
  "cloudsqladmin",
  "information_schema",
  "mysql",
  "performance_schema",
  "postgres",
  "sys",
  "template0",
  "template1",
];

function nameProblems({ at, database, user }: Database): readonly Problem[] {
  return [
    ...(user.value.toLowerCase().startsWith("cloudsql")
      ? [{ at: [...at, "user"], problem: `the user \`${user.value}\` is reserved` }]
      : []),
    ...(ownDatabases.includes(database.value.toLowerCase())
      ? [{ at: [...at, "name"], problem: `a database \`${database.value}\` is there already` }]
      : []),
  ];
}

const leastDisk = 10;

const diskProblems = ({ at, disk }: Database): readonly Problem[] =>
  toGibibytes(disk.value) < leastDisk ? [{ at: [...at, "disk"], problem: `its disk begins at ${leastDisk}GiB` }] : [];

/** Cloud SQL makes one copy a day. */
export const backupsAreDaily: Check = function* ({ databases }) {
  for (const { backup } of databases) {
    if (backup === undefined) continue;
    const { name, at, schedule, keep } = backup;
    if (!isDaily(schedule.value))
      yield diagnose("google-backup", [...at, "schedule"], { backup: name, problem: "it is not once a day" });
    if (toDays(keep.value) > mostCopies)
      yield diagnose("google-backup", [...at, "keep"], {
        backup: name,
        problem: `at most ${mostCopies} copies are kept`,
      });
  }
};

/** Cloud SQL gives each user whom its API makes more rights than the spec says, and later versions keep the owner from taking them. */
export const usersAreLimited: Check = function* (environment) {
  for (const database of grantedDatabases(environment).filter((each) => !canTakeRights(each)))
    for (const { name, at } of database.users) yield diagnose("google-user-rights", at, { user: name });
};
