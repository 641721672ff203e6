import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { projectVariable } from "../sign-in.ts";

/** Two branches with one environment would overwrite each other. */
export function* temporariesAreApart(environment: Environment): Iterable<Diagnostic> {
  for (const { name, triggers } of environment.pipelines)
    for (const { temporary, branch, at } of triggers)
      if (temporary.value && (branch === undefined || projectVariable(environment) === undefined))
        yield diagnose("ci-temporary", [...at, "temporary"], { pipeline: name });
}
