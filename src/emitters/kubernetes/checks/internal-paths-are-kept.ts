import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isGce, coveredRoutes } from "../../parts/guarded-paths.ts";
import { knowsSources } from "../internal-routes.ts";

/** A path below one that is open needs somebody who refuses it. */
export const internalPathsAreKept: Check = function* (environment) {
  const { apps, ingresses, networks } = environment;
  const unable = ingresses.find((ingress) => !isGce(ingress) && (!knowsSources(ingress) || networks.length === 0));
  if (unable === undefined) return;
  const problem = networks.length === 0 ? "there is no network to let in" : "its class is unknown to specc";
  for (const app of apps)
    for (const { at } of coveredRoutes(environment, app))
      yield diagnose("kubernetes-internal-path", at, { app: app.name, ingress: unable.name, problem });
};
