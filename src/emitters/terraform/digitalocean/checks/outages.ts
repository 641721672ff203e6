import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import { backendsOf } from "../../backends.ts";
import { presenceOf } from "../front.ts";

/** Where the number of machines decides, the first more than one makes a balancer, and until it is there nobody answers. */
export const growthInterrupts: Check = function* ({ loadBalancers }) {
  for (const balancer of loadBalancers)
    if (typeof presenceOf(balancer) === "object")
      yield diagnose("scale-out-outage", [...balancer.at, "mode"], { balancer: balancer.name });
};

/** A single machine that is replaced is gone until its successor has the address. */
export const deploysInterrupt: Check = function* ({ loadBalancers }) {
  for (const balancer of loadBalancers) {
    const group = backendsOf(balancer)[0]?.group;
    if (balancer.mode.value === "auto" && group?.scaling === undefined && group?.count.value === 1)
      yield diagnose("deploy-outage", [...group.at, "count"], { group: group.name });
  }
};
