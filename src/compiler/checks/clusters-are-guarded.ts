import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { placeOf } from "../environment/written.ts";
import { isEverybody } from "./openings.ts";

/** A control plane is for those who rule the cluster, not for everybody. */
export const clustersAreGuarded: Check = function* ({ clusters }) {
  for (const { name, api = [] } of clusters)
    for (const peer of api.filter(isEverybody)) yield diagnose("cluster-api-open", placeOf(peer), { cluster: name });
};
