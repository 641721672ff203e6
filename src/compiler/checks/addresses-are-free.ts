import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import {
  type AddressRange,
  addressNumber,
  addressRange,
  isInside,
  networkRange,
} from "../environment/address-range.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";

/** A machine with a fixed address has it alone, inside its network and outside of what DHCP hands out. */
export const addressesAreFree: Check = function* ({ instances, nodePools, physicalMachines }) {
  const owners = new Map<string, InstanceGroup>();
  for (const group of [...instances, ...nodePools, ...physicalMachines]) {
    const address = fixedAddress(group);
    if (address === undefined) continue;
    yield* misplaced(group, address);
    const owner = owners.get(address);
    if (owner === undefined) owners.set(address, group);
    else yield taken(group, address, owner);
  }
};

const fixedAddress = ({ address }: InstanceGroup): string | undefined =>
  address === undefined || address.value === "dhcp" ? undefined : address.value;

const taken = ({ at }: InstanceGroup, address: string, owner: InstanceGroup): Diagnostic =>
  diagnose("address-taken", [...at, "address"], { address, owner: owner.name }, [
    { place: { at: [...owner.at, "address"] }, message: "taken here" },
  ]);

function misplaced({ at, network }: InstanceGroup, address: string): readonly Diagnostic[] {
  const place = [...at, "address"];
  const range = network.dhcp?.range.value;
  const number = addressNumber(address);
  const own: AddressRange = { first: number, last: number };
  if (!isInside(own, networkRange(network.cidr.value)))
    return [diagnose("outside-network", place, { addresses: address, cidr: network.cidr.value })];
  return range !== undefined && isInside(own, addressRange(range))
    ? [diagnose("address-lent", place, { address, range })]
    : [];
}
