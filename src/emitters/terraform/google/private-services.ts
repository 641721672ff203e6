import { type AddressRange, networkRange, overlap } from "../../../compiler/environment/address-range.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Network } from "../../../compiler/environment/network.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, reference } from "../../../formats/hcl/tree.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { network as address, networkId, resourceName, servicesLocal } from "./addresses.ts";
import { needs } from "./services.ts";

/** A part of a network: one of `2 ** bits` parts of the same size. */
export interface NetworkPart {
  readonly bits: number;
  readonly index: number;
}

/** Cloud SQL takes a range of 256 addresses at least. */
const longestPrefix = 24;

/** The part of a network where Google's databases have their addresses; nothing where subnets leave no room for one. */
export function servicesPart({ cidr, subnets }: Network): NetworkPart | undefined {
  if (subnets.length === 0) return { bits: 2, index: 2 };
  const taken = subnets.flatMap(({ cidr: own, pods, services }) =>
    [own, pods, services].flatMap((range) => (range === undefined ? [] : [networkRange(range.value)])),
  );
  const whole = networkRange(cidr.value);
  const mostBits = longestPrefix - Number(cidr.value.split("/")[1]);
  for (let bits = 2; bits <= mostBits; bits++)
    for (let index = 2 ** bits - 1; index >= 0; index--)
      if (!taken.some((range) => overlap(range, partOf(whole, bits, index)))) return { bits, index };
  return undefined;
}

function partOf({ first, last }: AddressRange, bits: number, index: number): AddressRange {
  const size = (last - first + 1) / 2 ** bits;
  return { first: first + index * size, last: first + (index + 1) * size - 1 };
}

/** What joins the network of Google's databases to ours. */
export function joinedServices(environment: Environment, each: Network): readonly Block[] {
  const label = identifiers(each.name, "services");
  const range = reference(`local.${servicesLocal(each)}`);
  return [
    block(["resource", "google_compute_global_address", label], {
      name: resourceName(environment, each.at, each.name, "services"),
      purpose: "VPC_PEERING",
      address_type: "INTERNAL",
      network: networkId(each),
      address: call("cidrhost", range, 0),
      prefix_length: call("tonumber", call("element", call("split", "/", range), 1)),
    }),
    block(["resource", "google_service_networking_connection", identifier(each.name)], {
      network: reference(`${address(each)}.id`),
      service: "servicenetworking.googleapis.com",
      reserved_peering_ranges: [reference(`google_compute_global_address.${label}.name`)],
      // Google lets go of the range only days after the last database, so that nothing but the network ends it.
      deletion_policy: "ABANDON",
      depends_on: needs(each.at, "servicenetworking"),
    }),
  ].map((of) => because([by("private-database", each.at)], of));
}
