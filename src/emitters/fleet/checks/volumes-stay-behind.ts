import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";

/** fleet moves an app to any machine, and machines come and go with the whole cluster. */
export const volumesStayBehind: Check = function* ({ apps }) {
  for (const { name, volumes } of apps)
    for (const { at, storage } of volumes) yield diagnose("fleet-volume", at, { app: name, storage: storage.name });
};
