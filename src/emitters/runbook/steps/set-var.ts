import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Action } from "../../../compiler/environment/operation.ts";
import { ORIGINS, type SpecPath } from "../../../formats/origin.ts";
import { filled, type TemplateDocument } from "../../../formats/text/template.ts";
import { inputVariable } from "../inputs.ts";
import { selects } from "../selects.ts";
import type { Lowering } from "../step-script.ts";
import { argumentWord } from "../word.ts";
import { wordSh } from "../templates.gen.ts";
import { setVariableSh } from "./templates.gen.ts";

type SetVar = Extract<Action, { kind: "setVar" }>;

/** What an operator sets outlives the script: it is kept beside what specc writes, and committed. */
export const setVar: Lowering<SetVar> = ({ environment, step: { at } }, { variable, to }) => {
  const value =
    to.kind === "argument"
      ? argumentWord(to.name)
      : filled(wordSh, { parts: [{ text: String(to.value.value) }] }, to.value[ORIGINS]);
  return [
    {
      name: `set_${variable}${to.kind === "argument" ? "" : `_${String(to.value.value).replaceAll(/\W/g, "_")}`}`,
      text: `set ${variable} to ${to.kind === "argument" ? to.name.toUpperCase() : String(to.value.value)}, and commit that`,
      tools: ["git", "jq"],
      commands: keeping(environment, variable, value, at),
    },
  ];
};

/** The commands that keep a value, and hand it to the tools that the script calls next. */
export function keeping(
  environment: Environment,
  name: string,
  value: TemplateDocument,
  at: SpecPath,
): TemplateDocument {
  const variable = environment.variables.find((each) => each.name === name);
  const form = variable === undefined || variable.type === "string" ? "arg" : "argjson";
  const reads = [
    ...(selects(environment, "terraform") ? [`TF_VAR_${name}`] : []),
    ...(selects(environment, "nomad") ? [`NOMAD_VAR_${name}`] : []),
    inputVariable(environment, name) ?? name,
  ];
  return filled(setVariableSh, { name, form, value, reads: [...new Set(reads)] }, [{ at }]);
}
