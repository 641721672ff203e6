import type { Cluster } from "../../compiler/environment/cluster.ts";
import type { Discovery } from "../../compiler/environment/discovery.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { SpecPath } from "../../formats/origin.ts";

type Group = Pick<InstanceGroup, "name">;

/** What an agent of a group is: a server, or one of those that ask them. */
export interface AgentRole {
  readonly isServer: boolean;
  /** The groups whose machines elect the first leader. */
  readonly servers: readonly InstanceGroup[];
  readonly at: SpecPath;
}

export interface ConsulAgent extends AgentRole {
  readonly store: Discovery;
}

export interface NomadAgent extends AgentRole {
  readonly cluster: Cluster;
  /** Whether it runs jobs. */
  readonly isClient: boolean;
}

/** The agents of one cluster on the machines of a group. */
export interface Agents {
  readonly consul: ConsulAgent | undefined;
  readonly nomad: NomadAgent | undefined;
}

export const agentsOn = (environment: Environment, group: Group): Agents => ({
  consul: consulAgent(environment, group),
  nomad: nomadAgent(environment, group),
});

export const hasAgents = ({ consul, nomad }: Agents): boolean => consul !== undefined || nomad !== undefined;

const holds = (groups: readonly InstanceGroup[], { name }: Group): boolean =>
  groups.some((group) => group.name === name);

function consulAgent({ discovery }: Environment, group: Group): ConsulAgent | undefined {
  const store = discovery.find(
    ({ kind, members, agents }) => kind.value === "consul" && holds([...members, ...agents], group),
  );
  return store && { store, isServer: holds(store.members, group), servers: store.members, at: store.at };
}

function nomadAgent({ clusters }: Environment, group: Group): NomadAgent | undefined {
  const cluster = clusters.find(
    ({ kind, servers, clients }) => kind.value === "nomad" && holds([...servers, ...clients], group),
  );
  if (cluster === undefined) return undefined;
  const { servers, clients, at } = cluster;
  return {
    cluster,
    isServer: holds(servers, group),
    isClient: holds(clients, group),
    servers,
    at,
  };
}
