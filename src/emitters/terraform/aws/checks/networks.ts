import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { Network } from "../../../../compiler/environment/network.ts";

/** Balancers and databases stand in at least two zones. */
export const zonesSuffice: Check = function* ({ networks, loadBalancers, databases }) {
  for (const network of networks) {
    const stands = (each: { readonly network: Network }): boolean => each.network.name === network.name;
    const needed = [
      ...databases.filter(stands).map(({ name }) => `the database \`${name}\``),
      ...loadBalancers.filter(stands).map(({ name }) => `the balancer \`${name}\``),
    ][0];
    if (network.zones.value < 2 && needed !== undefined)
      yield diagnose("aws-zones", [...network.at, "zones"], { network: network.name, needed });
  }
};
