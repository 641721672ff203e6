import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import { providedClusters } from "../../clusters.ts";

/** The control plane of a cluster stands in two zones at least. */
export const clustersSpanZones: Check = function* (environment) {
  for (const { name, at, first } of providedClusters(environment))
    if (first.network.zones.value < 2)
      yield diagnose("aws-cluster", at, { cluster: name, network: first.network.name });
};
