import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { monitoredByApps } from "../../parts/prometheus.ts";

const series = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/** Prometheus takes a configuration whole or not at all. */
export const seriesHaveNames: Check = function* (environment) {
  for (const { name, alert, at } of monitoredByApps(environment).flatMap(({ rules }) => rules))
    if (!alert.value && !series.test(name)) yield diagnose("prometheus-series-name", { at, part: "key" }, { name });
};
