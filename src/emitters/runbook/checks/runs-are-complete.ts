import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";

/** An operation hands its own arguments on, by name, to those that it runs. */
export function* runsAreComplete({ operations }: Environment): Iterable<Diagnostic> {
  for (const { args, steps, onFailure } of operations)
    for (const { action, at } of [...steps, ...onFailure]) {
      if (action.kind !== "run") continue;
      const called = operations.find(({ name }) => name === action.operation.value);
      const known = args.map(({ value }) => value);
      for (const { value: argument } of called?.args ?? [])
        if (!known.includes(argument))
          yield diagnose("run-without-argument", [...at, "run"], { operation: action.operation.value, argument });
    }
}
