import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Context } from "./context.ts";
import type { Section } from "./section.ts";

/** A health check asks for a path, or connects. */
export function refuseTwoQuestions(
  context: Context,
  { at, value }: Section<{ readonly http?: unknown; readonly tcp?: unknown }>,
): void {
  if (value.http !== undefined && value.tcp === true) context.report(diagnose("health-asks-twice", at, {}));
}
