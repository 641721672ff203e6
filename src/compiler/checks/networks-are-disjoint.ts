import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { type AddressRange, networkRange } from "../environment/address-range.ts";
import type { Network } from "../environment/network.ts";

/** Networks that share addresses can never be joined, and `internal` could not tell them apart. */
export const networksAreDisjoint: Check = function* ({ networks }) {
  let widest: Claim | undefined;
  for (const claim of claims(networks)) {
    if (widest !== undefined && claim.first <= widest.last) yield overlap(claim.network, widest.network);
    if (widest === undefined || claim.last > widest.last) widest = claim;
  }
};

interface Claim extends AddressRange {
  readonly network: Network;
}

/** In order of addresses, where only those before can reach into a network. The provider's own network has addresses of its own. */
const claims = (networks: readonly Network[]): readonly Claim[] =>
  networks
    .filter(({ kind }) => kind.value === "vpc")
    .map((network) => ({ network, ...networkRange(network.cidr.value) }))
    .sort((a, b) => a.first - b.first || b.last - a.last);

const overlap = ({ at, cidr }: Network, other: Network) =>
  diagnose("network-overlap", [...at, "cidr"], { cidr: cidr.value, other: other.name, otherCidr: other.cidr.value }, [
    { place: { at: [...other.at, "cidr"] }, message: "these have them too" },
  ]);
