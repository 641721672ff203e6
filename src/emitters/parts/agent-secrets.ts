import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { SpecPath } from "../../formats/origin.ts";
import { type AgentAuthority, agentAuthorities, certificateSecrets } from "./agent-certificates.ts";
import { type Agents, agentsOn } from "./agents.ts";

/** Every agent, the servers alone, or those that run jobs and are no servers. */
export type AgentReaders = "agents" | "servers" | "clients";

/** A secret that a cluster makes for itself: a key of its gossip, a token, or what proves who an agent is. */
export interface AgentSecret {
  readonly name: string;
  readonly kind: "gossip-key" | "token" | "authority" | "certificate" | "private-key";
  /** What it is of, among what Terraform makes. */
  readonly of: string;
  readonly readers: AgentReaders;
  readonly at: SpecPath;
}

/** Where they lie below the folder of the environment, by who reads them. */
export const agentsFolder = "cluster";

/** A proxy that a cluster runs, and the token by which it reads the catalogue. */
export interface ProxyToken {
  readonly proxy: string;
  readonly secret: AgentSecret;
}

const consulSecrets: readonly (readonly [string, AgentSecret["kind"], AgentSecret["readers"]])[] = [
  ["consul_gossip_key", "gossip-key", "agents"],
  ["consul_agent_token", "token", "agents"],
  ["consul_management_token", "token", "servers"],
];

const nomadSecrets: typeof consulSecrets = [
  ["nomad_gossip_key", "gossip-key", "servers"],
  ["nomad_management_token", "token", "servers"],
];

/** All that the machines of a cluster share, in order of name. */
export function agentSecrets(environment: Environment): readonly AgentSecret[] {
  const { consul, nomad } = agentsAnywhere(environment);
  const store = consul?.store;
  const cluster = nomad?.cluster;
  const at = (secrets: typeof consulSecrets, place: SpecPath): readonly AgentSecret[] =>
    secrets.map(([name, kind, readers]) => ({ name, kind, of: name, readers, at: place }));
  return [
    ...(store === undefined ? [] : at(consulSecrets, store.at)),
    ...(cluster === undefined ? [] : at(nomadSecrets, cluster.at)),
    ...(store === undefined || cluster === undefined
      ? []
      : at([["nomad_consul_token", "token", "agents"]], cluster.at)),
    ...proxyTokens(environment).map(({ secret }) => secret),
    ...authoritiesOf(environment).flatMap(certificateSecrets),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The authorities of what a cluster's agents are. */
export function authoritiesOf(environment: Environment): readonly AgentAuthority[] {
  const { consul, nomad } = agentsAnywhere(environment);
  return agentAuthorities(environment, consul, nomad);
}

function agentsAnywhere(environment: Environment): Agents {
  const agents = environment.instances.map((group) => agentsOn(environment, group));
  return {
    consul: agents.find(({ consul }) => consul !== undefined)?.consul,
    nomad: agents.find(({ nomad }) => nomad !== undefined)?.nomad,
  };
}

/** What the machines of a group read of it. */
export function secretsOf(environment: Environment, group: InstanceGroup): readonly AgentSecret[] {
  const { consul, nomad } = agentsOn(environment, group);
  if (consul === undefined && nomad === undefined) return [];
  const reads: Readonly<Record<AgentReaders, boolean>> = {
    agents: true,
    servers: consul?.isServer === true || nomad?.isServer === true,
    clients: nomad?.isServer === false,
  };
  return agentSecrets(environment).filter(({ readers }) => reads[readers]);
}

/** Proxies that find what they serve in Consul. */
export const proxyTokens = ({ proxies }: Environment): readonly ProxyToken[] =>
  proxies
    .filter(({ cluster, discovery }) => {
      const store = discovery ?? cluster?.discovery;
      return cluster?.kind.value === "nomad" && store?.kind.value === "consul";
    })
    .map(({ name, at }) => {
      const token = `${name.replaceAll("-", "_")}_consul_token`;
      return { proxy: name, secret: { name: token, kind: "token", of: token, readers: "servers", at } };
    });
