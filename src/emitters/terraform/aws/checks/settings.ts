import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import { appSettings } from "../../../parts/app-settings.ts";
import { machineApps } from "../../texts.ts";
import { parameterLabel } from "../settings.ts";

/** Settings of all apps are resources of one module, so their names differ in more than case and dashes. */
export const settingsAreDistinct: Check = function* (environment) {
  const owners = new Map<string, string>();
  for (const app of machineApps(environment)) {
    for (const setting of appSettings(environment, app).deployed) {
      const name = parameterLabel(app, setting);
      const second = `${app.name}.${setting.name}`;
      const first = owners.get(name);
      if (first !== undefined) yield diagnose("terraform-name-taken", setting.at, { name, first, second });
      owners.set(name, second);
    }
  }
};
