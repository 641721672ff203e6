import type { Cluster } from "../../../compiler/environment/cluster.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Subnet } from "../../../compiler/environment/lan.ts";
import type { Network } from "../../../compiler/environment/network.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { networkId, resourceName } from "./addresses.ts";
import { networkPart } from "./network-parts.ts";

/** The ranges of a subnetwork that pods and services of a cluster have their addresses from. */
export const clusterRanges = { pods: "pods", services: "services" } as const;

/** The subnetworks that the spec lays out, else the one that is carved from the network. */
export const subnetworks = (environment: Environment, network: Network): readonly Block[] =>
  network.subnets.length === 0
    ? [carved(environment, network)]
    : network.subnets.map((subnet) => laidOut(environment, network, subnet));

function carved(environment: Environment, network: Network): Block {
  const { at, name } = network;
  const hosts = clustersIn(environment, network).length > 0;
  return because(
    [{ at }],
    block(
      ["resource", "google_compute_subnetwork", identifier(name)],
      {
        name: resourceName(environment, at, name),
        network: networkId(network),
        ip_cidr_range: networkPart(network, 1, 0),
        private_ip_google_access: reachesGoogle(network),
      },
      hosts
        ? [
            secondaryRange(clusterRanges.pods, networkPart(network, 3, 6)),
            secondaryRange(clusterRanges.services, networkPart(network, 4, 14)),
          ]
        : [],
    ),
  );
}

const laidOut = (environment: Environment, network: Network, { name, at, cidr, pods, services }: Subnet): Block =>
  because(
    [{ at }],
    block(
      ["resource", "google_compute_subnetwork", identifiers(network.name, name)],
      {
        name: resourceName(environment, at, network.name, name),
        network: networkId(network),
        ip_cidr_range: scalar(cidr),
        private_ip_google_access: reachesGoogle(network),
      },
      [
        ...(pods === undefined ? [] : [secondaryRange(clusterRanges.pods, scalar(pods))]),
        ...(services === undefined ? [] : [secondaryRange(clusterRanges.services, scalar(services))]),
      ],
    ),
  );

const reachesGoogle = ({ at }: Network): Expression => traced(true, by("google-private-access", at));

const secondaryRange = (name: string, range: Expression): Block =>
  block(["secondary_ip_range"], { range_name: name, ip_cidr_range: range });

/** The provider's clusters whose nodes stand in a network. */
export const clustersIn = ({ clusters }: Environment, { name }: Network): readonly Cluster[] =>
  clusters.filter(({ managed, nodes }) => managed && nodes[0]?.network.name === name);
