import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";

/** What is to be measured needs an app that does. */
export const somebodyMeasures: Check = function* ({ monitoring }) {
  for (const { name, at, app } of monitoring)
    if (app === undefined) yield diagnose("kubernetes-monitoring", { at, part: "key" }, { monitoring: name });
};
