import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { type AgentSecret, agentSecrets, agentsFolder, secretsOf } from "../../parts/agent-secrets.ts";
import { agentsOn } from "../../parts/agents.ts";
import { settingsFolder } from "../../parts/settings-folder.ts";
import { certificateBlocks } from "../agents/certificates.ts";
import { serverCounts } from "../agents/server-counts.ts";

/** What the machines of a cluster share, made once and kept where they read it. */
export const agentSecretBlocks = (environment: Environment): readonly Block[] =>
  warned([
    ...certificateBlocks(environment),
    ...agentSecrets(environment).flatMap((secret) => [...made(secret), parameter(environment, secret)]),
  ]);

const warned = ([first, ...others]: readonly Block[]): readonly Block[] =>
  first === undefined
    ? []
    : [
        { ...first, comment: "The state holds these keys and tokens too: who reads it is one of the cluster." },
        ...others,
      ];

/** Gossip is encrypted with 256 bits; a token of Consul or Nomad is a UUID. */
function made({ name, kind, at }: AgentSecret): readonly Block[] {
  const origins = [by("agent-secrets", at)];
  if (kind === "gossip-key") return [because(origins, block(["resource", "random_bytes", name], { length: 32 }))];
  return kind === "token" ? [because(origins, block(["resource", "random_uuid", name]))] : [];
}

/** Certificates are shown to everyone anyway. */
const parameter = (environment: Environment, secret: AgentSecret): Block =>
  because(
    [by("agent-secrets", secret.at)],
    block(["resource", "aws_ssm_parameter", secret.name], {
      name: `${settingsFolder(environment).value}/${agentsFolder}/${secret.readers}/${secret.name}`,
      type: secret.kind === "authority" || secret.kind === "certificate" ? "String" : "SecureString",
      value: reference(valueOf(secret)),
    }),
  );

function valueOf({ kind, of }: AgentSecret): string {
  switch (kind) {
    case "gossip-key":
      return `random_bytes.${of}.base64`;
    case "token":
      return `random_uuid.${of}.result`;
    case "authority":
      return `tls_self_signed_cert.${of}.cert_pem`;
    case "certificate":
      return `tls_locally_signed_cert.${of}.cert_pem`;
    case "private-key":
      return `tls_private_key.${of}.private_key_pem`;
  }
}

/** The names by which machines ask; a new value is for machines that boot later. */
export function agentValues(environment: Environment, group: InstanceGroup): Readonly<Record<string, Expression>> {
  const secrets = secretsOf(environment, group);
  if (secrets.length === 0) return {};
  return {
    region: reference("data.aws_region.current.region"),
    ...serverCounts(agentsOn(environment, group)),
    ...Object.fromEntries(secrets.map(({ name }) => [name, reference(`aws_ssm_parameter.${name}.name`)])),
  };
}
