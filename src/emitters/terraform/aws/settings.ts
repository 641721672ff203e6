import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Named } from "../../../compiler/environment/located.ts";
import { holdsSecret } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { settingsFolder } from "../../parts/settings-folder.ts";
import { type DeployedSetting, deployedSettings, type SettingsStore, settingLabel } from "../settings.ts";
import { agentValues } from "./agent-secrets.ts";
import { lower } from "./lower.ts";

/** Settings that only the deployment knows, in the parameter store, where the machines of their apps read them. */
export const settings = (environment: Environment): readonly Block[] =>
  deployedSettings(environment).map((deployed) => parameter(environment, deployed));

const parameterFolder = (environment: Environment, app: Named): string =>
  `${settingsFolder(environment).value}/${app.name}`;

const parameter = (environment: Environment, deployed: DeployedSetting): Block => {
  const { app, setting } = deployed;
  return because(
    [{ at: setting.at }],
    block(["resource", "aws_ssm_parameter", settingLabel(deployed)], {
      name: `${parameterFolder(environment, app)}/${setting.name}`,
      type: traced(holdsSecret(setting.value) ? "SecureString" : "String", by("settings-at-start", setting.at)),
      value: lower(environment, setting.value),
    }),
  );
};

/** The parameter store is asked in a region. */
export const parameterStore: SettingsStore = {
  place: ({ provider, at }) => [
    {
      variable: "AWS_REGION",
      name: "region",
      value: traced(reference("data.aws_region.current.region"), { at: provider?.at ?? at }),
    },
  ],
  agents: agentValues,
  version: (deployed) => reference(`aws_ssm_parameter.${settingLabel(deployed)}.version`),
};
