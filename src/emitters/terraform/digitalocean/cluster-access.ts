import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Peer } from "../../../compiler/environment/firewall-rule.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import type { ProvidedCluster } from "../clusters.ts";
import { vpc } from "./addresses.ts";

/** Who reaches the control plane; one that is for everybody has no firewall. */
export function controlPlaneAccess(
  environment: Environment,
  { api = [], at, first }: ProvidedCluster,
): readonly Block[] {
  if (api.some(({ value }) => value.kind === "any")) return [];
  const addresses = api.flatMap((peer) =>
    rangesOf(environment, first, peer.value).map((range) => traced(range, ...peer[ORIGINS])),
  );
  const inside = traced(reference(`${vpc(first.network)}.ip_range`), by("closed-control-plane", at));
  return [
    because(
      [...addresses.flatMap((range) => range[ORIGINS]), by("closed-control-plane", at)],
      block(["control_plane_firewall"], {
        enabled: true,
        // With nobody in the list everybody would be let in.
        allowed_addresses: addresses.length === 0 ? [inside] : addresses,
      }),
    ),
  ];
}

function rangesOf({ networks }: Environment, first: ProvidedCluster["first"], peer: Peer): readonly Expression[] {
  if (peer.kind === "cidr") return [peer.cidr];
  const from = peer.kind === "internal" ? networks : [first.network];
  return from.map((network) => reference(`${vpc(network)}.ip_range`));
}
