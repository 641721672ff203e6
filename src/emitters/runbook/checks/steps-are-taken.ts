import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { idleSteps, proceduresOf } from "../procedure.ts";

/** A script without one of its steps would do something else than the operation says, so there is none. */
export function* stepsAreTaken(environment: Environment): Iterable<Diagnostic> {
  const scripts = new Set(proceduresOf(environment).map(({ operation }) => operation.name));
  for (const operation of environment.operations) {
    const { name, steps, onFailure } = operation;
    for (const { action, at } of idleSteps(environment, operation))
      yield diagnose("step-without-tool", [...at, action.kind], { step: action.kind, operation: name });
    for (const { action, at } of [...steps, ...onFailure])
      if (action.kind === "run" && !scripts.has(action.operation.value))
        yield diagnose("run-without-script", [...at, "run"], { called: action.operation.value, operation: name });
  }
}
