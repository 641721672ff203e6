import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { processesOf } from "../environment/machine-app.ts";

/** Routes lead to a port, and health is asked at one. */
export const portsAreThere: Check = function* (environment) {
  for (const { name, at, port, routes, health } of processesOf(environment)) {
    if (port !== undefined) continue;
    const [route] = routes;
    if (route !== undefined) yield diagnose("port-missing", route.at, { app: name, key: "routes" });
    else if (health !== undefined) yield diagnose("port-missing", [...at, "health"], { app: name, key: "health" });
  }
};
