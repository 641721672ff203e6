import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { identifier } from "../identifiers.ts";
import { type DeployedSetting, deployedSettings, settingLabel } from "../settings.ts";
import { resourceName, serviceAccount } from "./addresses.ts";
import { needs } from "./services.ts";
import { secret } from "./settings.ts";

/** Who machines are, and what they may do: read the settings of their own apps, and nothing else. */
export const serviceAccounts = (environment: Environment): readonly Block[] => [
  ...environment.instances.map((group) => account(environment, group)),
  ...deployedSettings(environment).flatMap(reader),
];

const account = (environment: Environment, group: InstanceGroup): Block =>
  because(
    [{ at: group.at }, by("least-privilege", group.at)],
    block(["resource", "google_service_account", identifier(group.name)], {
      account_id: resourceName(environment, group.at, group.name),
      display_name: `Machines ${group.name}`,
      depends_on: needs(group.at, "iam"),
    }),
  );

/** What lets an app's machines read a setting. */
export const readerAddress = (deployed: DeployedSetting): string =>
  `google_secret_manager_secret_iam_member.${settingLabel(deployed)}`;

function reader(deployed: DeployedSetting): readonly Block[] {
  const { app, setting } = deployed;
  if (app.runsOn === undefined) return [];
  return [
    because(
      [{ at: setting.at }, by("least-privilege", setting.at)],
      block(["resource", "google_secret_manager_secret_iam_member", settingLabel(deployed)], {
        secret_id: reference(`${secret(deployed)}.id`),
        role: "roles/secretmanager.secretAccessor",
        member: traced(reference(`${serviceAccount(app.runsOn)}.member`), { at: app.at }),
      }),
    ),
  ];
}
