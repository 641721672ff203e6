import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { Database } from "../../../../compiler/environment/database.ts";
import { toGibibytes } from "../../gibibytes.ts";

const leastDisk = 20;
const reservedUsers: Readonly<Record<Database["engine"]["value"], readonly string[]>> = {
  postgres: ["admin", "rdsadmin"],
  mysql: ["rdsadmin"],
  mariadb: ["rdsadmin"],
};

/** What AWS keeps for itself, and the least it sells. */
export const databasesAreSold: Check = function* ({ databases }) {
  for (const { name, at, engine, user, disk } of databases) {
    if (reservedUsers[engine.value].includes(user.value.toLowerCase()))
      yield diagnose("aws-database", [...at, "user"], {
        database: name,
        problem: `the user \`${user.value}\` is reserved`,
      });
    if (toGibibytes(disk.value) < leastDisk)
      yield diagnose("aws-database", [...at, "disk"], {
        database: name,
        problem: `its disk begins at ${leastDisk}GiB`,
      });
  }
};
