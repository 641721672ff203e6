import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { type AgentSecret, agentSecrets, agentsFolder, secretsOf } from "../../parts/agent-secrets.ts";
import { settingsFolder } from "../../parts/settings-folder.ts";

/** What the machines of a cluster share, made once and kept where they read it. */
export const agentSecretBlocks = (environment: Environment): readonly Block[] =>
  agentSecrets(environment).flatMap((secret) => [made(secret), parameter(environment, secret)]);

/** Gossip is encrypted with 256 bits; a token of Consul or Nomad is a UUID. */
const made = ({ name, kind, at }: AgentSecret): Block =>
  because(
    [by("agent-secrets", at)],
    kind === "key"
      ? block(["resource", "random_bytes", name], { length: 32 })
      : block(["resource", "random_uuid", name]),
  );

const parameter = (environment: Environment, { name, kind, readers, at }: AgentSecret): Block =>
  because(
    [by("agent-secrets", at)],
    block(["resource", "aws_ssm_parameter", name], {
      name: `${settingsFolder(environment).value}/${agentsFolder}/${readers}/${name}`,
      type: "SecureString",
      value: reference(kind === "key" ? `random_bytes.${name}.base64` : `random_uuid.${name}.result`),
    }),
  );

/** The names by which machines ask; a new value is for machines that boot later. */
export function agentValues(environment: Environment, group: InstanceGroup): Readonly<Record<string, Expression>> {
  const secrets = secretsOf(environment, group);
  if (secrets.length === 0) return {};
  return {
    region: reference("data.aws_region.current.region"),
    ...Object.fromEntries(secrets.map(({ name }) => [name, reference(`aws_ssm_parameter.${name}.name`)])),
  };
}
