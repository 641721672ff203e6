import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { call, type Expression, type HclObject, object, reference, template } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { appsOn } from "../../parts/app-settings.ts";
import { imageVariable } from "../../parts/machine-paths.ts";
import { machineSelf } from "../machine-self.ts";
import { lower } from "./lower.ts";
import { parameterVersions } from "./settings.ts";

/** The path of a group's template, below the module. */
export const templatePath = (group: InstanceGroup): string => `user-data/${group.name}.yaml.tftpl`;

/** What a machine is told when it first boots: the group's template, with what only Terraform knows. */
export const userData = (environment: Environment, group: InstanceGroup): Expression =>
  call(
    "templatefile",
    template(reference("path.module"), `/${templatePath(group)}`),
    templateValues(environment, group),
  );

/** The names by which the template knows these values. */
export const templateNames = {
  region: "region",
  revision: "settings_revision",
  hostname: "hostname",
  image: (app: App): string => imageVariable(app).toLowerCase(),
} as const;

function templateValues(environment: Environment, group: InstanceGroup): HclObject {
  const versions = parameterVersions(environment, group);
  const apps = appsOn(environment, group);
  return object({
    [templateNames.hostname]: namesMachines(group) ? lower(environment, group.hostname, machineSelf(group)) : undefined,
    [templateNames.region]:
      apps.length === 0
        ? undefined
        : traced(reference("data.aws_region.current.region"), { at: environment.provider?.at ?? group.at }),
    [templateNames.revision]:
      versions.length === 0 ? undefined : traced(call("join", "-", versions), by("settings-at-start", group.at)),
    ...Object.fromEntries(apps.map((app) => [templateNames.image(app), lower(environment, app.image)])),
  });
}

/** Machines of a scaled group keep the names that the provider gives them. */
export const namesMachines = (
  group: InstanceGroup,
): group is InstanceGroup & { readonly hostname: NonNullable<InstanceGroup["hostname"]> } =>
  group.hostname !== undefined && group.scaling === undefined;
