import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Peer } from "../../../compiler/environment/firewall-rule.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { type ProvidedCluster, providedClusters } from "../clusters.ts";
import { identifiers } from "../identifiers.ts";
import { vpc } from "./addresses.ts";
import { clusterGroupId } from "./cluster-addresses.ts";

/** Nodes reach the control plane inside the network; somebody from outside only where the spec names him. */
export function controlPlaneAccess({ api = [], at }: ProvidedCluster): Block["attributes"] {
  const outside = api.flatMap((peer) => {
    const cidr = publicRange(peer.value);
    return cidr === undefined ? [] : [traced(cidr, ...peer[ORIGINS])];
  });
  const byClosed = by("closed-control-plane", at);
  return {
    endpoint_private_access: traced(true, byClosed),
    endpoint_public_access: traced(outside.length > 0, ...outside.flatMap((cidr) => cidr[ORIGINS]), byClosed),
    public_access_cidrs: outside.length === 0 ? undefined : outside,
  };
}

const publicRange = (peer: Peer): string | undefined =>
  peer.kind === "any" ? "0.0.0.0/0" : peer.kind === "cidr" ? peer.cidr : undefined;

/** Who reaches control planes from inside. */
export const controlPlaneTraffic = (environment: Environment): readonly Block[] =>
  providedClusters(environment).flatMap((cluster) =>
    insiders(environment, cluster).map(({ label, description, cidr, origins }) =>
      because(
        origins,
        block(["resource", "aws_vpc_security_group_ingress_rule", label], {
          security_group_id: clusterGroupId(cluster),
          description,
          cidr_ipv4: cidr,
          ip_protocol: "tcp",
          from_port: 443,
          to_port: 443,
        }),
      ),
    ),
  );

interface Insider {
  readonly label: string;
  readonly description: string;
  readonly cidr: Expression;
  readonly origins: NonNullable<Block[typeof ORIGINS]>;
}

function insiders({ networks }: Environment, cluster: ProvidedCluster): readonly Insider[] {
  const peer = cluster.api?.find(({ value }) => value.kind === "internal" || value.kind === "element");
  if (peer === undefined) return [];
  const from = peer.value.kind === "internal" ? networks : [cluster.first.network];
  return from.map((network) => ({
    label: identifiers(cluster.name, "cluster", "from", network.name),
    description: `Control plane of ${cluster.name} from the network ${network.name}`,
    cidr: reference(`${vpc(network)}.cidr_block`),
    origins: peer[ORIGINS],
  }));
}
