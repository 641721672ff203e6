import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Named } from "../../compiler/environment/located.ts";
import { isReleased, type MachineApp } from "../../compiler/environment/machine-app.ts";
import { by } from "../../compiler/rules.ts";
import { call, type Expression, type HclObject, object, reference, template } from "../../formats/hcl/tree.ts";
import { traced } from "../../formats/origin.ts";
import { appsOn } from "../parts/app-settings.ts";
import { imageVariable } from "../parts/machine-paths.ts";
import { releaseUrl } from "../parts/releases.ts";
import { residentsOf } from "../parts/residents.ts";
import { databasePasswordOf } from "./database-password.ts";
import { identifiers } from "./identifiers.ts";
import { lowerFixed } from "./lower.ts";
import { machineSelf } from "./machine-self.ts";
import { isStore, renewingSettings, type SettingsDelivery, settingsOf } from "./settings.ts";

/** The path of a group's template, below the module. */
export const templatePath = (group: InstanceGroup): string => `user-data/${group.name}.yaml.tftpl`;

/** What a machine is told when it first boots: the group's template, with what only Terraform knows. */
export const userData = (environment: Environment, group: InstanceGroup, delivery: SettingsDelivery): Expression =>
  call(
    "templatefile",
    template(reference("path.module"), `/${templatePath(group)}`),
    templateValues(environment, group, delivery),
  );

/** The names by which the template knows these values. */
export const templateNames = {
  revision: "settings_revision",
  hostname: "hostname",
  image: (app: MachineApp): string => imageVariable(app).toLowerCase(),
  release: (app: MachineApp): string => identifiers(app.name, "url"),
  database: (database: Named): string => identifiers(database.name, "database"),
  settings: (app: MachineApp): string => identifiers(app.name, "settings"),
} as const;

function templateValues(environment: Environment, group: InstanceGroup, delivery: SettingsDelivery): HclObject {
  const apps = appsOn(environment, group);
  return object({
    [templateNames.hostname]: namesMachines(group)
      ? lowerFixed(environment, group.hostname, machineSelf(group))
      : undefined,
    ...settingsValues(environment, group, delivery),
    ...(isStore(delivery) ? delivery.agents?.(environment, group) : {}),
    ...databaseValues(environment, group, delivery),
    ...Object.fromEntries(apps.flatMap((app) => programValue(environment, group, app))),
  });
}

/** The passwords of databases that the machines run, where no store keeps them. */
function databaseValues(
  environment: Environment,
  group: InstanceGroup,
  delivery: SettingsDelivery,
): Readonly<Record<string, Expression>> {
  if (isStore(delivery)) return {};
  const own = residentsOf(environment, group).databases.map((database) => {
    const line = template("DATABASE_PASSWORD=", databasePasswordOf(database), "\n");
    return [templateNames.database(database), traced(call("base64encode", line), { at: database.at })] as const;
  });
  return Object.fromEntries(own);
}

/** What a program is made of; an image of ours brings releases along. */
function programValue(
  environment: Environment,
  { image }: InstanceGroup,
  app: MachineApp,
): readonly (readonly [string, Expression])[] {
  if (!isReleased(app)) return [[templateNames.image(app), lowerFixed(environment, app.image)]];
  const url = call("base64encode", lowerFixed(environment, releaseUrl(app.artifact)));
  return image.kind === "built" ? [] : [[templateNames.release(app), url]];
}

function settingsValues(
  environment: Environment,
  group: InstanceGroup,
  delivery: SettingsDelivery,
): Readonly<Record<string, Expression | undefined>> {
  const apps = appsOn(environment, group);
  if (!isStore(delivery)) {
    const reading = apps.filter((app) => settingsOf(environment, app).length > 0);
    return Object.fromEntries(reading.map((app) => [templateNames.settings(app), delivery.carried(app)]));
  }
  const versions = renewingSettings(environment, group).map(delivery.version);
  const places = apps.length === 0 ? [] : delivery.place(environment);
  return {
    ...Object.fromEntries(places.map(({ name, value }) => [name, value])),
    [templateNames.revision]:
      versions.length === 0 ? undefined : traced(call("join", "-", versions), by("settings-at-start", group.at)),
  };
}

/** Machines of a scaled group keep the names that the provider gives them. */
export const namesMachines = (
  group: InstanceGroup,
): group is InstanceGroup & { readonly hostname: NonNullable<InstanceGroup["hostname"]> } =>
  group.hostname !== undefined && group.scaling === undefined;
