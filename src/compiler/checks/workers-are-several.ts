import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { placeOf } from "../environment/written.ts";

/** Copies of an app outlive a machine only on another one. */
export const workersAreSeveral: Check = function* ({ apps, clusters }) {
  for (const { kind, clients, name } of clusters) {
    if (kind.value !== "nomad" || !apps.some(({ cluster, replicas }) => cluster?.name === name && replicas.value > 1))
      continue;
    for (const { name: group, count, scaling } of clients) {
      const most = scaling?.max ?? count;
      if (most.value === 1) yield diagnose("lone-worker", placeOf(most), { group, cluster: name });
    }
  }
};
