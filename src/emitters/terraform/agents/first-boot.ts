import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { headerOf } from "../../../compiler/header.ts";
import { by } from "../../../compiler/rules.ts";
import { printHcl } from "../../../formats/hcl/print.ts";
import type { HclDocument } from "../../../formats/hcl/tree.ts";
import { derive, type Traced, tracedLines } from "../../../formats/origin.ts";
import { printTemplate } from "../../../formats/text/print-template.ts";
import { filled, type Template } from "../../../formats/text/template.ts";
import { proxyTokens } from "../../parts/agent-secrets.ts";
import { type Agents, agentsOn, hasAgents } from "../../parts/agents.ts";
import type { MachineFile } from "../../parts/cloud-config.ts";
import { consulConfiguration, nomadConfiguration } from "./configuration.ts";
import { agentSecretsSh, agentTokensSh } from "./templates.gen.ts";

const secretsProgram = "/usr/local/sbin/agent-secrets";
const tokensProgram = "/usr/local/sbin/agent-tokens";

/** What makes a machine with the agents of an image one of a cluster: who it is there, and where its secrets are. */
export function agentFiles(environment: Environment, group: InstanceGroup): readonly MachineFile[] {
  const agents = agentsOn(environment, group);
  const { consul, nomad } = agents;
  if (!hasAgents(agents)) return [];
  return [
    ...(consul === undefined
      ? []
      : [configuration("/etc/consul.d/consul.hcl", consulConfiguration(environment, group, consul))]),
    ...(nomad === undefined
      ? []
      : [configuration("/etc/nomad.d/nomad.hcl", nomadConfiguration(environment, group, nomad))]),
    program(environment, group, agents, secretsProgram, agentSecretsSh),
    ...(makesTokens(agents) ? [program(environment, group, agents, tokensProgram, agentTokensSh)] : []),
  ];
}

/** Secrets come before the agents that read them, and tokens from servers that run. */
export function agentCommands(environment: Environment, group: InstanceGroup): readonly (readonly string[])[] {
  const agents = agentsOn(environment, group);
  if (!hasAgents(agents)) return [];
  const services = [
    ...(agents.consul === undefined ? [] : ["consul.service"]),
    ...(agents.nomad === undefined ? [] : ["nomad.service"]),
  ];
  return [
    [secretsProgram],
    ["systemctl", "enable", "--now", ...services],
    ...(makesTokens(agents) ? [[tokensProgram]] : []),
  ];
}

const makesTokens = ({ consul, nomad }: Agents): boolean => consul?.isServer === true || nomad?.isServer === true;

const configuration = (path: string, document: HclDocument): MachineFile => ({
  path,
  permissions: "0644",
  lines: tracedLines(printHcl(document)).map(literally),
});

/**
 * Terraform reads `${` and `%{` in a template, as the agent does in its own. What HCL has doubled is text that neither
 * is to read; what it has not is a name that Terraform fills in.
 */
const literally = (line: Traced<string>): Traced<string> =>
  derive(line, (text) => text.replace(/([$%])\1\{/g, "$1$1$1{"));

function program(
  environment: Environment,
  group: InstanceGroup,
  { consul, nomad }: Agents,
  path: string,
  template: Template,
): MachineFile {
  const document = filled(
    template,
    {
      header: headerOf(environment),
      consul: consul !== undefined,
      nomad: nomad !== undefined,
      isConsulServer: consul?.isServer === true,
      isNomadServer: nomad?.isServer === true,
      proxies: proxyTokens(environment).map(({ proxy, secret }) => ({ name: proxy, parameter: secret.name })),
    },
    [by("agent-secrets", consul?.store.at ?? nomad?.cluster.at ?? group.at)],
  );
  return { path, permissions: "0755", lines: tracedLines(printTemplate(document)) };
}
