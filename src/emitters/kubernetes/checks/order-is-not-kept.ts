import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { awaitedApps } from "../../parts/awaited-apps.ts";

/** All objects are applied at once. */
export const orderIsNotKept: Check = function* (environment) {
  for (const { at, app, other } of awaitedApps(environment))
    yield diagnose("kubernetes-start-order", at, { app, other: `apps.${other}` });
};
