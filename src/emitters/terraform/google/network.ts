import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Network } from "../../../compiler/environment/network.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { identifier } from "../identifiers.ts";
import { networkZones, zonesLocal } from "../zones-of-network.ts";
import { networkId, resourceName, servicesLocal } from "./addresses.ts";
import { proxySubnetwork } from "./internal-balancers.ts";
import { networkPart } from "./network-parts.ts";
import { joinedServices, servicesPart } from "./private-services.ts";
import { needs } from "./services.ts";
import { subnetworks } from "./subnetworks.ts";

export const network = (environment: Environment): readonly Block[] =>
  environment.networks.length === 0
    ? []
    : [...availableZones(environment), ...environment.networks.flatMap((each) => networkBlocks(environment, each))];

/** Zones that the spec names need not be looked for. */
const availableZones = ({ provider, at }: Environment): readonly Block[] =>
  provider?.zones !== undefined
    ? []
    : [
        because(
          [by("google-zones", provider?.at ?? at)],
          block(["data", "google_compute_zones", "available"], {
            status: "UP",
            depends_on: needs(provider?.at ?? at, "compute"),
          }),
        ),
      ];

const zones = ({ provider }: Environment, each: Network): Readonly<Record<string, Expression>> =>
  provider?.zones === undefined
    ? networkZones(each, "data.google_compute_zones.available.names")
    : { [zonesLocal(each)]: provider.zones.slice(0, each.zones.value) };

const networkBlocks = (environment: Environment, each: Network): readonly Block[] => [
  ranges(environment, each),
  virtualNetwork(environment, each),
  ...subnetworks(environment, each),
  ...proxySubnetwork(environment, each),
  ...(each.nat.value === "none" ? [] : gateway(environment, each)),
  ...(isJoined(environment, each) ? joinedServices(environment, each) : []),
];

/** Whether a database of Google's stands in the network. */
export const isJoined = ({ databases }: Environment, { name }: Network): boolean =>
  databases.some(({ network: of }) => of.name === name);

const ranges = (environment: Environment, each: Network): Block =>
  because(
    [{ at: each.at }],
    block(["locals"], {
      ...zones(environment, each),
      [servicesLocal(each)]: isJoined(environment, each) ? servicesRange(each) : undefined,
    }),
  );

/** Checks have refused a network without room for one. */
function servicesRange(each: Network): Expression {
  const { bits, index } = servicesPart(each) ?? { bits: 2, index: 2 };
  return networkPart(each, bits, index);
}

const virtualNetwork = (environment: Environment, each: Network): Block =>
  because(
    [{ at: each.at }],
    block(["resource", "google_compute_network", identifier(each.name)], {
      name: resourceName(environment, each.at, each.name),
      auto_create_subnetworks: traced(false, by("google-subnet-layout", each.at)),
      depends_on: needs(each.at, "compute"),
    }),
  );

/** The gateway serves all zones of the region, so `single` and `per-zone` are one here. */
const gateway = (environment: Environment, each: Network): readonly Block[] =>
  [
    block(["resource", "google_compute_router", identifier(each.name)], {
      name: resourceName(environment, each.at, each.name),
      network: networkId(each),
    }),
    block(["resource", "google_compute_router_nat", identifier(each.name)], {
      name: resourceName(environment, each.at, each.name),
      router: reference(`google_compute_router.${identifier(each.name)}.name`),
      nat_ip_allocate_option: "AUTO_ONLY",
      source_subnetwork_ip_ranges_to_nat: "ALL_SUBNETWORKS_ALL_IP_RANGES",
    }),
  ].map((of) => because([...each.nat[ORIGINS], by("nat-access", each.at)], of));
