import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { idleSteps } from "../procedure.ts";

/** A script without one of its steps would do something else than the operation says, so there is none. */
export function* stepsAreTaken(environment: Environment): Iterable<Diagnostic> {
  for (const operation of environment.operations)
    for (const { action, at } of idleSteps(environment, operation))
      yield diagnose("step-without-tool", [...at, action.kind], { step: action.kind, operation: operation.name });
}
