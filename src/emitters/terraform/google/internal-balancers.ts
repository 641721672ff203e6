import type { Environment } from "../../../compiler/environment/environment.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import type { Network } from "../../../compiler/environment/network.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Reference, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { networkId, resourceName, firstSubnetwork } from "./addresses.ts";
import { networkPart } from "./network-parts.ts";

/** An address of the network, on which all listeners of the balancer meet. */
export const internalAddress = (environment: Environment, balancer: LoadBalancer): readonly Block[] => [
  because(
    [{ at: balancer.at }],
    block(["resource", "google_compute_address", identifier(balancer.name)], {
      name: resourceName(environment, balancer.at, balancer.name),
      address_type: "INTERNAL",
      purpose: "SHARED_LOADBALANCER_VIP",
      subnetwork: reference(`${firstSubnetwork(balancer.network)}.id`),
    }),
  ),
];

const label = ({ name }: Network): string => identifiers(name, "proxies");

export const proxies = (network: Network): Reference => reference(`google_compute_subnetwork.${label(network)}`);

/** Where internal balancers of a network call from. */
export const proxyRange = (network: Network): Reference => reference(`${proxies(network).path}.ip_cidr_range`);

/** The subnetwork that Google runs the proxies of internal balancers in. */
export function proxySubnetwork(environment: Environment, network: Network): readonly Block[] {
  const balancer = environment.loadBalancers.find(
    ({ internal, network: of }) => internal.value && of.name === network.name,
  );
  if (balancer === undefined) return [];
  return [
    because(
      [{ at: balancer.at }, by("google-subnet-layout", network.at)],
      block(["resource", "google_compute_subnetwork", label(network)], {
        name: resourceName(environment, network.at, network.name, "proxies"),
        network: networkId(network),
        ip_cidr_range: networkPart(network, 4, 15),
        purpose: traced("GLOBAL_MANAGED_PROXY", { at: balancer.at }),
        role: "ACTIVE",
      }),
    ),
  ];
}
