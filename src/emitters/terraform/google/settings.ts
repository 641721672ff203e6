import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../../formats/hcl/tree.ts";
import { settingsFolder } from "../../parts/settings-folder.ts";
import { type DeployedSetting, deployedSettings, type SettingsStore, settingLabel } from "../settings.ts";
import { lower } from "./lower.ts";
import { needs } from "./services.ts";

/** Settings that only the deployment knows, in Secret Manager, where the machines of their apps read them. */
export const settings = (environment: Environment): readonly Block[] =>
  deployedSettings(environment).flatMap((deployed) => [
    secretBlock(environment, deployed),
    version(environment, deployed),
  ]);

export const secret = (deployed: DeployedSetting): string => `google_secret_manager_secret.${settingLabel(deployed)}`;

/** `shop_dev_web_KEY`: Secret Manager has no folders, and names of a spec no underscores, so that nothing else is it. */
const secretId = (environment: Environment, { app, setting }: DeployedSetting): string =>
  `${settingsFolder(environment).value.slice(1).replaceAll("/", "_")}_${app.name}_${setting.name}`;

const secretBlock = (environment: Environment, deployed: DeployedSetting): Block =>
  because(
    [{ at: deployed.setting.at }, by("settings-at-start", deployed.setting.at)],
    block(
      ["resource", "google_secret_manager_secret", settingLabel(deployed)],
      { secret_id: secretId(environment, deployed), depends_on: needs(deployed.setting.at, "secretmanager") },
      [block(["replication"], {}, [block(["auto"])])],
    ),
  );

const version = (environment: Environment, deployed: DeployedSetting): Block =>
  because(
    [{ at: deployed.setting.at }],
    block(["resource", "google_secret_manager_secret_version", settingLabel(deployed)], {
      secret: reference(`${secret(deployed)}.id`),
      secret_data: lower(environment, deployed.setting.value),
    }),
  );

/** Machines find the project by themselves. */
export const secretManager: SettingsStore = {
  place: () => [],
  version: (deployed) => reference(`google_secret_manager_secret_version.${settingLabel(deployed)}.version`),
};
