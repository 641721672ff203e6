import type { SpecPath } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Context } from "./context.ts";

/** Reports a name of an environment that the spec does not have; without `environments` there may be any. */
export function requireEnvironment(context: Context, at: SpecPath, name: string): void {
  const known = context.spec.merged.environments;
  if (known === undefined || known.includes(name)) return;
  context.report(diagnose("unknown-environment", at, { name, ...context.suggest(name, () => known) }));
}
