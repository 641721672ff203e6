import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";

/** The copies of an app may be on other machines, and a database is there before, since Terraform made it. */
export const orderIsNotKept: Check = function* ({ apps }) {
  for (const app of apps) {
    for (const [index, { value }] of app.dependsOn.entries()) {
      const [section, other] = value.split(".");
      if (section !== "apps" || other === undefined) continue;
      yield diagnose("fleet-start-order", [...app.at, "dependsOn", index], { app: app.name, other });
    }
  }
};
