import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { fleetSettings } from "../parts/fleet-settings.ts";
import {
  appUnitFile,
  copiesOf,
  copyNames,
  firstCopy,
  fleetSettingsFile,
  isRegistered,
  isTemplate,
  portsOfCopies,
  sidekickUnitFile,
  timerUnitFile,
} from "../parts/fleet-unit-names.ts";
import { jqString, jqText } from "./jq.ts";
import { selects } from "./selects.ts";

/** The settings files of the machines, and the units that are started. */
export function fleetView(environment: Environment): TemplateValue {
  if (!selects(environment, "fleet")) return undefined;
  return {
    settings: environment.apps.flatMap((app) => settingsView(environment, app)),
    apps: environment.apps.map(unitsView),
    files: environment.apps.flatMap((app) => unitFiles(app).map((file) => traced(file, { at: app.at }))),
  };
}

function settingsView(environment: Environment, app: App): readonly TemplateValue[] {
  const { deployed } = fleetSettings(environment, app);
  if (deployed.length === 0) return [];
  const lines = deployed.map(({ name, value }) => `(${jqText(value.parts)} | line(${jqString(name)}))`);
  return [
    traced<TemplateValue>(
      {
        file: fleetSettingsFile(environment, app),
        metadata: app.runsOn === undefined ? "" : `group=${app.runsOn.name}`,
        program: lines.join(",\n    "),
      },
      by("runbook-values", [...app.at, "env"]),
    ),
  ];
}

/** A scheduled job is loaded, and its timer started. */
function unitsView(app: App): TemplateValue {
  const unit = copies(app, appUnitFile(app));
  if (app.schedule !== undefined) {
    const timer = copies(app, timerUnitFile(app));
    return traced<TemplateValue>({ load: unit, start: timer, all: [...unit, ...timer] }, { at: app.at });
  }
  const start = [...unit, ...(isRegistered(app) ? copies(app, sidekickUnitFile(app)) : [])];
  return traced<TemplateValue>({ start, all: start, load: undefined }, { at: app.at });
}

const unitFiles = (app: App): readonly string[] => [
  appUnitFile(app),
  ...(isRegistered(app) ? [sidekickUnitFile(app)] : []),
  ...(app.schedule === undefined ? [] : [timerUnitFile(app)]),
];

/** `web@{1..3}.service`: the copies of a unit, with what stands before and after their numbers; by name where they have one. */
function copies(app: App, file: string): readonly TemplateValue[] {
  if (!isTemplate(app)) return [{ before: file, after: undefined, first: undefined }];
  const [first, last] = [firstCopy(app), firstCopy(app) + copiesOf(app) - 1];
  const [stem = "", type = ""] = file.split("@");
  if (first !== last && portsOfCopies(app).length === 0) return [{ before: `${stem}@`, first, last, after: type }];
  return copyNames(app).map((name) => ({ before: `${stem}@${name}${type}`, after: undefined, first: undefined }));
}
