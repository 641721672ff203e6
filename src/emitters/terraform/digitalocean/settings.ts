import type { MachineApp } from "../../../compiler/environment/machine-app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import {
  type Block,
  because,
  block,
  call,
  type Expression,
  object,
  operation,
  reference,
  template,
} from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { type CarriedSettings, settingsOf } from "../settings.ts";
import { machineApps } from "../texts.ts";
import { templateNames } from "../user-data.ts";
import { lower } from "./lower.ts";

/** Settings that only the deployment knows, by app; user data carries them to the machines. */
export function settings(environment: Environment): readonly Block[] {
  const apps = machineApps(environment).filter((app) => settingsOf(environment, app).length > 0);
  const [first] = apps;
  if (first === undefined) return [];
  const values = apps.map((app) => [templateNames.settings(app), valuesOf(environment, app)]);
  return [because([by("settings-at-boot", first.at)], block(["locals"], Object.fromEntries(values)))];
}

function valuesOf(environment: Environment, app: MachineApp): Expression {
  const values = settingsOf(environment, app).map(({ setting }) => [setting.name, lower(environment, setting.value)]);
  return traced(object(Object.fromEntries(values)), { at: app.at });
}

/** The lines of an `EnvironmentFile=`, in which a backslash keeps four characters as they are. */
function encodedFile(app: MachineApp): Expression {
  const escaped = call("replace", reference("value"), '/["\\\\`$]/', "\\$0");
  const line = template(reference("name"), '="', escaped, '"\n');
  const lines = operation`[for name, value in ${reference(`local.${templateNames.settings(app)}`)} : ${line}]`;
  return traced(call("base64encode", call("join", "", lines)), by("settings-at-boot", app.at));
}

export const carriedSettings: CarriedSettings = { carried: encodedFile };
