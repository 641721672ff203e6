import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { SpecPath } from "../../formats/origin.ts";
import { agentsOn } from "./agents.ts";

/** A secret that a cluster makes for itself: a key that its machines encrypt with, or a token. */
export interface AgentSecret {
  readonly name: string;
  readonly kind: "key" | "token";
  /** Who reads it: every agent, or the servers alone. */
  readonly readers: "agents" | "servers";
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
  ["consul_gossip_key", "key", "agents"],
  ["consul_agent_token", "token", "agents"],
  ["consul_management_token", "token", "servers"],
];

const nomadSecrets: typeof consulSecrets = [
  ["nomad_gossip_key", "key", "servers"],
  ["nomad_management_token", "token", "servers"],
];

/** All that the machines of a cluster share, in order of name. */
export function agentSecrets(environment: Environment): readonly AgentSecret[] {
  const agents = environment.instances.map((group) => agentsOn(environment, group));
  const store = agents.find(({ consul }) => consul !== undefined)?.consul?.store;
  const cluster = agents.find(({ nomad }) => nomad !== undefined)?.nomad?.cluster;
  const at = (secrets: typeof consulSecrets, place: SpecPath): readonly AgentSecret[] =>
    secrets.map(([name, kind, readers]) => ({ name, kind, readers, at: place }));
  return [
    ...(store === undefined ? [] : at(consulSecrets, store.at)),
    ...(cluster === undefined ? [] : at(nomadSecrets, cluster.at)),
    ...(store === undefined || cluster === undefined
      ? []
      : at([["nomad_consul_token", "token", "agents"]], cluster.at)),
    ...proxyTokens(environment).map(({ secret }) => secret),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the machines of a group read of it. */
export function secretsOf(environment: Environment, group: InstanceGroup): readonly AgentSecret[] {
  const { consul, nomad } = agentsOn(environment, group);
  if (consul === undefined && nomad === undefined) return [];
  const isServer = consul?.isServer === true || nomad?.isServer === true;
  return agentSecrets(environment).filter(({ readers }) => readers === "agents" || isServer);
}

/** Proxies that find what they serve in Consul. */
export const proxyTokens = ({ proxies }: Environment): readonly ProxyToken[] =>
  proxies
    .filter(({ cluster, discovery }) => {
      const store = discovery ?? cluster?.discovery;
      return cluster?.kind.value === "nomad" && store?.kind.value === "consul";
    })
    .map(({ name, at }) => ({
      proxy: name,
      secret: { name: `${name.replaceAll("-", "_")}_consul_token`, kind: "token", readers: "servers", at },
    }));
