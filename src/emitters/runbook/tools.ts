import type { Environment } from "../../compiler/environment/environment.ts";
import { inputsOf } from "./inputs.ts";
import { heldSecrets } from "./late-bound.ts";
import { type Procedure, proceduresOf } from "./procedure.ts";

/** The programs that a script calls, and those of the scripts that it runs; in order of name. */
export function toolsOf(environment: Environment, procedure: Procedure): readonly string[] {
  const all = proceduresOf(environment);
  const collect = ({ operation, steps, failure }: Procedure, seen: ReadonlySet<string>): readonly string[] =>
    [...steps, ...failure].flatMap(({ step, tasks }) => {
      const { action } = step;
      const called =
        action.kind === "run" ? all.find((other) => other.operation.name === action.operation.value) : undefined;
      const own = tasks.flatMap(({ tools }) => tools);
      return called === undefined || seen.has(called.operation.name)
        ? own
        : [...own, ...collect(called, new Set([...seen, operation.name]))];
    });
  const checks =
    inputsOf(environment).some(({ isKept }) => isKept) || procedure.operation.args.length > 0 ? ["jq"] : [];
  const reads = [...procedure.steps, ...procedure.failure].some(({ tasks }) =>
    tasks.some((task) => task.reads?.includes("secrets")),
  );
  return [...new Set([...collect(procedure, new Set()), ...checks, ...(reads ? secretTools(environment) : [])])].sort();
}

/** What makes secrets, and what keeps them. */
const secretTools = (environment: Environment): readonly string[] =>
  heldSecrets(environment).flatMap(({ source: { kind } }) => {
    if (kind === "generate") return ["openssl"];
    return kind === "vault" ? ["vault"] : [];
  });
