import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isWritten, placeOf } from "../../../compiler/environment/written.ts";
import { operatedDatabases } from "../../parts/operated-databases.ts";

/** Milliseconds of a day. */
const DAY = 86_400_000;

/** Who says how long copies are kept expects that somebody counts. */
export const snapshotsAreKept: Check = function* (environment) {
  for (const { name, backup } of operatedDatabases(environment))
    if (backup !== undefined && isWritten(backup.keep)) {
      const days = backup.keep.value / DAY;
      yield diagnose("kubernetes-snapshot-keep", placeOf(backup.keep), {
        database: name,
        days: days === 1 ? "a day" : `${days} days`,
      });
    }
};
