import type { App, EnvironmentVariable } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Named } from "../../../compiler/environment/located.ts";
import { holdsSecret, type Part } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { appSettings, appsOn } from "../../parts/app-settings.ts";
import { settingsFolder } from "../../parts/settings-folder.ts";
import { identifiers } from "../identifiers.ts";
import { lower } from "./lower.ts";

/** Settings that only the deployment knows, in the parameter store, where the machines of their apps read them. */
export const settings = (environment: Environment): readonly Block[] =>
  environment.apps
    .filter(({ runsOn }) => runsOn !== undefined)
    .flatMap((app) => appSettings(environment, app).deployed.map((setting) => parameter(environment, app, setting)));

/** `/shop/dev` */
export const environmentFolder = (environment: Environment): string => settingsFolder(environment).value;

export const parameterFolder = (environment: Environment, app: Named): string =>
  `${environmentFolder(environment)}/${app.name}`;

export const parameterLabel = (app: Named, setting: EnvironmentVariable): string =>
  identifiers(app.name, setting.name.toLowerCase());

const parameter = (environment: Environment, app: App, setting: EnvironmentVariable): Block =>
  because(
    [{ at: setting.at }],
    block(["resource", "aws_ssm_parameter", parameterLabel(app, setting)], {
      name: `${parameterFolder(environment, app)}/${setting.name}`,
      type: traced(holdsSecret(setting.value) ? "SecureString" : "String", by("settings-at-start", setting.at)),
      value: lower(environment, setting.value),
    }),
  );

/** The versions of a group's parameters; a new one renews the machines. Those that know machines cannot go before them. */
export const parameterVersions = (environment: Environment, group: Named): readonly Expression[] =>
  appsOn(environment, group).flatMap((app) =>
    appSettings(environment, app)
      .deployed.filter(({ value }) => !value.parts.some((part) => knowsMachines(environment, part)))
      .map((setting) => reference(`aws_ssm_parameter.${parameterLabel(app, setting)}.version`)),
  );

/** Whether a value waits for machines: their addresses, or the app's on another group. */
function knowsMachines({ apps }: Environment, part: Part): boolean {
  if (typeof part === "string" || part.kind !== "attribute") return false;
  if (part.section === "instances") return true;
  const app = part.section === "apps" ? apps.find(({ name }) => name === part.name) : undefined;
  return app !== undefined && part.attribute !== "publicUrl" && app.routes.length === 0;
}
