import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { App } from "../../../compiler/environment/app.ts";
import { hasOwnMetricsPort } from "../../parts/prometheus.ts";
import { metricsPortName, portName } from "../workload.ts";

/** The API server takes ports by short names, and one at a time. */
export const portsHaveNames: Check = function* ({ apps }) {
  for (const app of apps) {
    for (const port of app.ports) yield* namedPort(app, port);
    if (app.metrics?.exporter !== undefined && !hasOwnMetricsPort(app))
      yield diagnose("kubernetes-exporter-port", app.metrics.at, { app: app.name });
  }
};

function* namedPort(app: App, { name, at, port }: App["ports"][number]): Iterable<Diagnostic> {
  const refused = (problem: string) => diagnose("kubernetes-port", at, { app: app.name, name, problem });
  if (name.length > LONGEST) yield refused(`its name has more than ${LONGEST} characters`);
  if (name === portName || name === metricsPortName) yield refused("specc gives this name to another port of the app");
  if (port.value.from !== port.value.to) yield refused("it is a range");
}

const LONGEST = 15;
