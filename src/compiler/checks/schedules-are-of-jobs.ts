import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { placeOf } from "../environment/written.ts";

/** Only what ends can run again. */
export const schedulesAreOfJobs: Check = function* ({ apps }) {
  for (const { name, kind, schedule } of apps)
    if (schedule !== undefined && kind.value !== "job")
      yield diagnose("schedule-without-job", placeOf(schedule), { app: name, kind: kind.value });
};
