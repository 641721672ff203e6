import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { placeOf } from "../environment/written.ts";

/** Who rules a cluster rules all that runs on it, so nothing but the firewall should not stand before its servers. */
export const controlPlanesArePrivate: Check = function* ({ clusters, provider }) {
  if (provider === undefined) return;
  for (const { name, kind, servers } of clusters)
    for (const group of servers)
      if (kind.value === "nomad" && group.public.value)
        yield diagnose("control-plane-public", placeOf(group.public), { cluster: name, group: group.name });
};
