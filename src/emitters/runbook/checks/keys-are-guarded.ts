import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { tasksOfStep } from "../steps/index.ts";

/** A script that nobody watches cannot be asked for a passphrase, so the key that it makes has none. */
export function* keysAreGuarded(environment: Environment): Iterable<Diagnostic> {
  for (const operation of environment.operations)
    for (const step of [...operation.steps, ...operation.onFailure])
      if (step.action.kind === "keygen")
        for (const { element } of tasksOfStep({ environment, operation, step }))
          yield diagnose("key-without-passphrase", [...step.at, "keygen"], { key: element ?? "" });
}
