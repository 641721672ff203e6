import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { App } from "../../../compiler/environment/app.ts";
import type { Scaling } from "../../../compiler/environment/scaling.ts";

/** An autoscaler is for Deployments, and the API server refuses one that may go down to nothing. */
export const scalingIsPossible: Check = function* ({ apps }) {
  for (const app of apps) {
    const problem = app.scaling && problemOf(app, app.scaling);
    if (problem !== undefined)
      yield diagnose("kubernetes-scaling", app.scaling?.at ?? app.at, { app: app.name, problem });
  }
};

function problemOf({ kind }: App, { min }: Scaling): string | undefined {
  if (kind.value !== "service") return `it is a ${kind.value}`;
  return min.value < 1 ? "at least one copy must run" : undefined;
}
