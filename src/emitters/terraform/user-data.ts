import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { by } from "../../compiler/rules.ts";
import { call, type Expression, type HclObject, object, reference, template } from "../../formats/hcl/tree.ts";
import { traced } from "../../formats/origin.ts";
import { appsOn } from "../parts/app-settings.ts";
import { imageVariable } from "../parts/machine-paths.ts";
import { lowerFixed } from "./lower.ts";
import { machineSelf } from "./machine-self.ts";
import { renewingSettings, type SettingsStore } from "./settings.ts";

/** The path of a group's template, below the module. */
export const templatePath = (group: InstanceGroup): string => `user-data/${group.name}.yaml.tftpl`;

/** What a machine is told when it first boots: the group's template, with what only Terraform knows. */
export const userData = (environment: Environment, group: InstanceGroup, store: SettingsStore): Expression =>
  call(
    "templatefile",
    template(reference("path.module"), `/${templatePath(group)}`),
    templateValues(environment, group, store),
  );

/** The names by which the template knows these values. */
export const templateNames = {
  revision: "settings_revision",
  hostname: "hostname",
  image: (app: App): string => imageVariable(app).toLowerCase(),
} as const;

function templateValues(environment: Environment, group: InstanceGroup, store: SettingsStore): HclObject {
  const versions = renewingSettings(environment, group).map(store.version);
  const apps = appsOn(environment, group);
  const places = apps.length === 0 ? [] : store.place(environment);
  return object({
    [templateNames.hostname]: namesMachines(group)
      ? lowerFixed(environment, group.hostname, machineSelf(group))
      : undefined,
    ...Object.fromEntries(places.map(({ name, value }) => [name, value])),
    [templateNames.revision]:
      versions.length === 0 ? undefined : traced(call("join", "-", versions), by("settings-at-start", group.at)),
    ...Object.fromEntries(apps.map((app) => [templateNames.image(app), lowerFixed(environment, app.image)])),
  });
}

/** Machines of a scaled group keep the names that the provider gives them. */
export const namesMachines = (
  group: InstanceGroup,
): group is InstanceGroup & { readonly hostname: NonNullable<InstanceGroup["hostname"]> } =>
  group.hostname !== undefined && group.scaling === undefined;
