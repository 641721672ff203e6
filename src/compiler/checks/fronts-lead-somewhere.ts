import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";

/** What stands before nothing answers every request with an error. */
export const frontsLeadSomewhere: Check = function* ({ loadBalancers, ingresses, proxies }) {
  for (const { name, at, apps, groups, ingresses: inner, proxies } of loadBalancers)
    if (apps.length + groups.length + inner.length + proxies.length === 0)
      yield diagnose("nothing-behind", { at, part: "key" }, { name: `loadBalancer.${name}` });
  for (const { name, at, apps } of ingresses)
    if (apps.length === 0) yield diagnose("nothing-behind", { at, part: "key" }, { name: `ingress.${name}` });
  for (const { name, at, apps, artifactApps } of proxies)
    if (apps.length + artifactApps.length === 0)
      yield diagnose("nothing-behind", { at, part: "key" }, { name: `ingress.${name}` });
};
