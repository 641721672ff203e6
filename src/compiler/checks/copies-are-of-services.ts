import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { isWritten, placeOf } from "../environment/written.ts";

/** Machines decide how many copies of a daemon run, and no load how many of a job. */
export const copiesAreOfServices: Check = function* ({ apps }) {
  for (const { name, kind, replicas, scaling } of apps) {
    if (kind.value === "daemon" && isWritten(replicas))
      yield diagnose("replicas-of-daemon", placeOf(replicas), { app: name });
    if (kind.value !== "service" && scaling !== undefined)
      yield diagnose("scaling-without-service", { at: scaling.at, part: "key" }, { app: name, kind: kind.value });
  }
};
