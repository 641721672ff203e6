import type { App } from "../../../compiler/environment/app.ts";
import { by } from "../../../compiler/rules.ts";
import { traced } from "../../../formats/origin.ts";
import { type Directive, directive, type Section, section } from "../../../formats/unit/tree.ts";
import { isTemplate } from "../fleet-unit-names.ts";
import { appUnit } from "./unit-name.ts";

/** What fleet's scheduler reads: on which machines the unit of an app may run. */
export function placement(app: App): Section {
  const spread = directive("Conflicts", traced(`${app.name}@*.service`, by("fleet-spread", app.at)));
  const isSpread = app.kind.value === "service";
  return section("X-Fleet", [{ at: app.at }], [...machines(app), ...(isSpread ? [spread] : [])]);
}

/** Where the app runs; a global unit cannot be tied to another, but to the same machines. */
export const besideApp = (app: App): Section =>
  section(
    "X-Fleet",
    [by("fleet-sidekick", app.at)],
    isTemplate(app) ? [directive("MachineOf", appUnit(app))] : machines(app),
  );

const machines = (app: App): readonly Directive[] => [...everywhere(app), ...group(app)];

const everywhere = (app: App): readonly Directive[] =>
  isTemplate(app) ? [] : [directive("Global", traced("true", by("fleet-global", [...app.at, "kind"])))];

function group({ runsOn, at }: App): readonly Directive[] {
  if (runsOn === undefined) return [];
  const place = [...at, "runsOn"];
  return [directive("MachineMetadata", traced(`group=${runsOn.name}`, { at: place }, by("fleet-metadata", place)))];
}
