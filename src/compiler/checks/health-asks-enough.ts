import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { processesOf } from "../environment/machine-app.ts";

/** A port that is open says nothing about an app that says itself whether it works. */
export const healthAsksEnough: Check = function* (environment) {
  for (const { name, health, groups } of environment.loadBalancers) {
    if (health === undefined || health.http !== undefined) continue;
    const talking = processesOf(environment).find(
      (app) => app.health?.http !== undefined && groups.some((group) => group.name === app.runsOn?.name),
    );
    if (talking !== undefined) yield diagnose("health-by-port", health.at, { balancer: name, app: talking.name });
  }
};
