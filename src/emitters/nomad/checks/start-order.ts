import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";

/** A job does not wait for another. */
export const startOrder: Check = function* ({ apps }) {
  for (const app of apps) {
    for (const [index, { value }] of app.dependsOn.entries()) {
      const [section, other] = value.split(".");
      if (section !== "apps" || other === undefined) continue;
      yield diagnose("nomad-start-order", [...app.at, "dependsOn", index], { app: app.name, other });
    }
  }
};
