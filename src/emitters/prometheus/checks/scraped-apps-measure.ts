import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { metricsPort, monitoredByApps } from "../../parts/prometheus.ts";

/** An app that shows nothing would only ever be down. */
export const scrapedAppsMeasure: Check = function* (environment) {
  for (const { name, scrape } of monitoredByApps(environment))
    for (const { value, [ORIGINS]: origins } of scrape) {
      const app = value.section === "apps" ? environment.apps.find((other) => other.name === value.name) : undefined;
      if (app !== undefined && (app.metrics === undefined || metricsPort(app) === undefined))
        yield diagnose("prometheus-nothing-to-scrape", origins.at(-1)?.at ?? [], { monitoring: name, app: app.name });
    }
};
