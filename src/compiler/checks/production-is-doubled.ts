import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import { isProduction } from "../environment/production.ts";

/** What people depend on does not hang on one machine. */
export const productionIsDoubled: Check = function* (environment) {
  if (!isProduction(environment)) return;
  for (const { name, at, ha } of environment.databases)
    if (!ha.value)
      yield diagnose("single-in-production", at, { database: name, environment: environment.environment.value });
};
