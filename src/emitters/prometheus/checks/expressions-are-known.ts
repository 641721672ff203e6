import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isLiteral } from "../../../compiler/environment/text.ts";
import { monitoredByApps } from "../../parts/prometheus.ts";

/** Prometheus reads its rules as they are. */
export const expressionsAreKnown: Check = function* (environment) {
  for (const { name, expression, at } of monitoredByApps(environment).flatMap(({ rules }) => rules))
    if (!isLiteral(expression)) yield diagnose("prometheus-late-bound", [...at, "expression"], { rule: name });
};
