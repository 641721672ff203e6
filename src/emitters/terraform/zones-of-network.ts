import type { Named } from "../../compiler/environment/located.ts";
import type { Network } from "../../compiler/environment/network.ts";
import { call, type Expression, reference } from "../../formats/hcl/tree.ts";
import { tracedBy } from "../../formats/origin.ts";
import { identifiers } from "./identifiers.ts";
import { scalar } from "./lower.ts";

/** The local value that holds the zones of a network. */
export const zonesLocal = (network: Named): string => identifiers(network.name, "zones");

/** The same as an entry of `locals`: the first of those that the provider has. */
export const networkZones = (network: Network, available: string): Readonly<Record<string, Expression>> => ({
  [zonesLocal(network)]: tracedBy(call("slice", reference(available), 0, scalar(network.zones)), network.zones),
});
