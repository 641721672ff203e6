import type { App, EnvironmentVariable } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { assignment, concatenation, type Directive, directive, type Text } from "../../../formats/unit/tree.ts";
import { fixedTexts } from "../fixed-texts.ts";
import { fleetSettings, isResolvedPart } from "../fleet-settings.ts";
import { fleetSettingsFile } from "../fleet-unit-names.ts";
import { localHosts } from "./local-hosts.ts";
import { copyName, textPart } from "./unit-text.ts";

/** Below /run, which is empty after a boot, so that no address of yesterday is taken for one of today. */
export const resolvedFile = ({ name }: Environment, app: App): Text =>
  concatenation(`/run/${name.value}/`, copyName(app), ".env");

/** The settings of a container, which `docker run --env NAME` takes from the environment of the unit. */
export function settingsDirectives(environment: Environment, app: App): readonly Directive[] {
  const { written, resolved, deployed } = fleetSettings(environment, app);
  const deployedFile = fleetSettingsFile(environment, app);
  return [
    ...settingsFile(deployed, "fleet-settings-file", deployedFile),
    // A command before the start writes this file, so it may be missing until then.
    ...settingsFile(resolved, "fleet-settings-at-start", concatenation("-", resolvedFile(environment, app))),
    ...written.map(({ name, value }) => directive("Environment", writtenSetting(app, name, value))),
  ];
}

const settingsFile = (
  settings: readonly EnvironmentVariable[],
  rule: "fleet-settings-file" | "fleet-settings-at-start",
  file: Text,
): readonly Directive[] =>
  settings.length === 0 ? [] : [directive("EnvironmentFile", traced(file, ...settings.map(({ at }) => by(rule, at))))];

const writtenSetting = (app: App, name: string, { parts, [ORIGINS]: origins }: EnvironmentVariable["value"]) =>
  traced(assignment(name, concatenation(...parts.map((part) => textPart(app, part)))), ...origins);

/** Whether a command of the unit or a setting has the address of the machine in it. */
export const readsAddress = (environment: Environment, app: App): boolean =>
  localHosts(environment, app).length > 0 ||
  [...fixedTexts(app), ...fleetSettings(environment, app).resolved].some(({ value }) =>
    value.parts.some((part) => typeof part === "object" && part.kind === "self" && isResolvedPart(part)),
  );
