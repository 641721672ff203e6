import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Peer } from "../../../compiler/environment/firewall-rule.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression } from "../../../formats/hcl/tree.ts";
import { ORIGINS, type Traced, traced } from "../../../formats/origin.ts";
import type { ProvidedCluster } from "../clusters.ts";
import { scalar } from "../lower.ts";

/** Nodes have private addresses; the control plane has a public one where somebody from outside may reach it. */
export const controlPlaneAccess = (environment: Environment, cluster: ProvidedCluster): readonly Block[] => [
  because(
    [by("google-private-nodes", cluster.at)],
    block(["private_cluster_config"], {
      enable_private_nodes: !cluster.first.public.value,
      enable_private_endpoint: isPrivate(cluster),
    }),
  ),
  because(
    [...(cluster.api?.flatMap((peer) => peer[ORIGINS]) ?? []), by("closed-control-plane", cluster.at)],
    block(
      ["master_authorized_networks_config"],
      {},
      (cluster.api ?? []).flatMap((peer) => authorized(environment, cluster, peer)),
    ),
  ),
];

const isPrivate = ({ api = [] }: ProvidedCluster): boolean =>
  api.every(({ value }) => value.kind !== "any" && value.kind !== "cidr");

interface Range {
  readonly cidr: Expression;
  readonly name: string;
}

const authorized = (environment: Environment, cluster: ProvidedCluster, peer: Traced<Peer>): readonly Block[] =>
  rangesOf(environment, cluster, peer.value).map(({ cidr, name }) =>
    because(peer[ORIGINS], block(["cidr_blocks"], { cidr_block: traced(cidr, ...peer[ORIGINS]), display_name: name })),
  );

function rangesOf({ networks, access }: Environment, { first }: ProvidedCluster, peer: Peer): readonly Range[] {
  switch (peer.kind) {
    case "any":
      return [{ cidr: "0.0.0.0/0", name: "everybody" }];
    case "cidr":
      return [{ cidr: peer.cidr, name: peer.cidr === access?.vpn?.value ? "vpn" : peer.cidr }];
    case "internal":
      return networks.map(({ name, cidr }) => ({ cidr: scalar(cidr), name }));
    case "element":
      return [{ cidr: scalar(first.network.cidr), name: peer.name }];
  }
}
