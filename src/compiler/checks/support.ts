import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Emitter } from "../emitter.ts";
import type { Environment } from "../environment/environment.ts";
import { usesOf } from "./capabilities.ts";

/**
 * Nothing is dropped in silence: what a target rejects is an error, what all selected targets and their companions
 * ignore a warning. A target that nobody emits ignores everything.
 */
export function* supportFindings(environment: Environment, emitters: readonly Emitter[]): Iterable<Diagnostic> {
  const lacking = emitters.map(({ support, lacks }) => ({ support, lacks: lacks?.(environment) ?? [] }));
  for (const { capability, at } of usesOf(environment)) {
    const rejecting = emitters.filter(({ support }) => support[capability] === "rejects");
    for (const { target } of rejecting) yield diagnose("target-rejects", { at, part: "key" }, { target, capability });
    if (lacking.every(({ support, lacks }) => support[capability] === "ignores" || lacks.includes(capability)))
      yield diagnose(
        "no-target-emits",
        { at, part: "key" },
        { capability, targets: environment.targets.map(({ value }) => value) },
      );
  }
}
