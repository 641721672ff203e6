import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";

/** The API server refuses an autoscaler that may go down to nothing. */
export const scalingIsPossible: Check = function* ({ apps }) {
  for (const { name, kind, scaling } of apps)
    if (kind.value === "service" && scaling !== undefined && scaling.min.value < 1)
      yield diagnose("kubernetes-scaling", scaling.at, { app: name, problem: "at least one copy must run" });
};
