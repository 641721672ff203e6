import type { Action } from "../../../compiler/environment/operation.ts";
import { filled } from "../../../formats/text/template.ts";
import { scriptName } from "../../parts/script-name.ts";
import type { Lowering } from "../step-script.ts";
import { argumentWord } from "../word.ts";
import { runSh } from "./templates.gen.ts";

/** Another script, with the arguments that both have. */
export const run: Lowering<Extract<Action, { kind: "run" }>> = ({ environment, step }, { operation }) => {
  const called = environment.operations.find(({ name }) => name === operation.value);
  const script = scriptName(operation.value);
  return [
    {
      name: `run_${operation.value}`,
      text: `run ${script}`,
      tools: [],
      commands: filled(runSh, { script, arguments: (called?.args ?? []).map(({ value }) => argumentWord(value)) }, [
        { at: step.at },
      ]),
    },
  ];
};
