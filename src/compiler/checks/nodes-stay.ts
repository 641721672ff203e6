import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { placeOf } from "../environment/written.ts";

/** Some node stays when the provider takes the others back. */
export const nodesStay: Check = function* ({ clusters }) {
  for (const { name, nodes } of clusters) {
    const [first] = nodes;
    if (first !== undefined && nodes.every(({ preemptible }) => preemptible.value))
      yield diagnose("preemptible-nodes", placeOf(first.preemptible), { cluster: name });
  }
};
