import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { placeOf } from "../environment/written.ts";
import { everybody, opens } from "./openings.ts";

/** The page of a proxy shows all that it leads to, and asks nobody who they are. */
export const dashboardsAreGuarded: Check = function* ({ proxies, firewall }) {
  for (const { name, dashboard, group } of proxies) {
    if (dashboard === undefined || group === undefined) continue;
    const rules = firewall.filter(
      (rule) => opens(rule, dashboard.value) && rule.to.some(({ value }) => value.name === group.name),
    );
    for (const peer of rules.flatMap(everybody))
      yield diagnose("dashboard-open", placeOf(peer), { proxy: name, port: dashboard.value }, [
        { place: { at: placeOf(dashboard) }, message: "on this port" },
      ]);
  }
};
