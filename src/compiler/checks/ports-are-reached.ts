import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { App } from "../environment/app.ts";
import type { Environment } from "../environment/environment.ts";
import type { FirewallRule } from "../environment/firewall-rule.ts";
import type { Monitoring } from "../environment/monitoring.ts";
import { placeOf } from "../environment/written.ts";
import { opens } from "./openings.ts";

/** A port is there for somebody; nobody gets in who is not let through. */
export const portsAreReached: Check = function* (environment) {
  const called = calledApps(environment);
  const rules = rulesByTarget(environment);
  for (const app of environment.apps) {
    if (app.port === undefined || hasOtherUse(app) || called.has(app.name)) continue;
    const groups = app.runsOn === undefined ? [] : (rules.get(`instances.${app.runsOn.name}`) ?? []);
    const port = app.port.value;
    if ([...groups, ...(rules.get(`apps.${app.name}`) ?? [])].some((rule) => opens(rule, port))) continue;
    yield diagnose("port-unreachable", placeOf(app.port), { app: app.name, port });
  }
};

/** Health is asked by what runs the app, and a daemon serves its own machine. */
const hasOtherUse = ({ kind, health, routes }: App): boolean =>
  kind.value === "daemon" || health !== undefined || routes.length > 0;

/** What others refer to, and what balancers lead to. */
const calledApps = ({ reach, loadBalancers, apps, monitoring }: Environment): ReadonlySet<string> => {
  const groups = new Set(loadBalancers.flatMap((balancer) => balancer.groups.map(({ name }) => name)));
  return new Set([
    ...reach.flatMap(({ from, to }) => (to.section === "apps" && to.name !== from ? [to.name] : [])),
    ...loadBalancers.flatMap((balancer) => balancer.apps.map(({ name }) => name)),
    ...apps.flatMap(({ name, runsOn }) => (runsOn !== undefined && groups.has(runsOn.name) ? [name] : [])),
    ...monitoring.flatMap(measuring),
  ]);
};

/** Whom people ask for measurements, whom it asks, and to whom it sends what it has. */
const measuring = ({ app, scrape, remoteWrite }: Monitoring): readonly string[] => [
  ...[app, remoteWrite].flatMap((named) => named?.value ?? []),
  ...scrape.flatMap(({ value }) => (value.section === "apps" ? [value.name] : [])),
];

/** The rules that let somebody through, by what they lead to. */
function rulesByTarget({ firewall }: Environment): ReadonlyMap<string, readonly FirewallRule[]> {
  const byTarget = new Map<string, FirewallRule[]>();
  for (const rule of firewall.filter(({ from }) => from.length > 0))
    for (const { value } of rule.to) {
      const key = `${value.section}.${value.name}`;
      const rules = byTarget.get(key);
      if (rules === undefined) byTarget.set(key, [rule]);
      else rules.push(rule);
    }
  return byTarget;
}
