import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { placeOf } from "../environment/written.ts";

/** A balancer listens once on each port. */
export const listenersAreUnique: Check = function* ({ loadBalancers }) {
  for (const { name, listeners } of loadBalancers) {
    const taken = new Set<number>();
    for (const { port } of listeners) {
      if (taken.has(port.value)) yield diagnose("listener-taken", placeOf(port), { port: port.value, balancer: name });
      taken.add(port.value);
    }
  }
};
