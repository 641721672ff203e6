import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { awaitedApps } from "../../parts/awaited-apps.ts";

/** The copies of an app may be on other machines. */
export const orderIsNotKept: Check = function* (environment) {
  for (const { at, app, other } of awaitedApps(environment)) yield diagnose("fleet-start-order", at, { app, other });
};
