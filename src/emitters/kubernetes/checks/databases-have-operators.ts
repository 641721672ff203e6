import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { operatedDatabases } from "../../parts/operated-databases.ts";

/** The operator that specc writes for knows one engine. */
export const databasesHaveOperators: Check = function* (environment) {
  for (const { name, at, engine } of operatedDatabases(environment))
    if (engine.value !== "postgres") yield diagnose("kubernetes-engine", at, { database: name, engine: engine.value });
};
