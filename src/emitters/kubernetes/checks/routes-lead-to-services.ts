import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isCalled } from "../workload.ts";

/** An Ingress hands requests to a Service, which only apps have that listen and keep running. */
export const routesLeadToServices: Check = function* ({ apps }) {
  for (const app of apps.filter((candidate) => !isCalled(candidate)))
    for (const { at } of app.routes) yield diagnose("kubernetes-no-service", at, { app: app.name });
};
