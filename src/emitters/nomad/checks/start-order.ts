import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { awaitedApps } from "../../parts/awaited-apps.ts";

/** A job does not wait for another. */
export const startOrder: Check = function* (environment) {
  for (const { at, app, other } of awaitedApps(environment)) yield diagnose("nomad-start-order", at, { app, other });
};
