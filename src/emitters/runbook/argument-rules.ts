import type { Environment } from "../../compiler/environment/environment.ts";
import type { Operation, Step } from "../../compiler/environment/operation.ts";
import type { Variable } from "../../compiler/environment/variable.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { jqString } from "./jq.ts";
import { subjectOf } from "./procedure.ts";
import { tasksOfStep } from "./steps/index.ts";
import { argumentVariable } from "./word.ts";

interface Rule {
  readonly program: string;
  readonly must: string;
}

/** What a script is called with, and what must hold of it before anything is done. */
export const argumentViews = (environment: Environment, operation: Operation): readonly TemplateValue[] =>
  operation.args.map(({ value: argument }, index) => {
    const steps = [...operation.steps, ...operation.onFailure];
    const choices = steps.flatMap((step) => choicesOf(environment, operation, step, argument));
    const [first] = choices;
    const common = first?.filter((name) => choices.every((others) => others.includes(name)));
    return {
      name: argument.toUpperCase(),
      variable: argumentVariable(argument),
      position: index + 1,
      choices: common,
      must: common === undefined ? undefined : `one of ${common.join(", ")}`,
      rules: steps.flatMap((step) =>
        rulesOf(environment, step, argument).map(({ program, must }) => ({ program, must })),
      ),
    };
  });

/** The elements that a step could be about. */
function choicesOf(
  environment: Environment,
  operation: Operation,
  step: Step,
  argument: string,
): readonly (readonly string[])[] {
  const subject = subjectOf(step);
  if (subject?.kind !== "argument" || subject.name !== argument) return [];
  const tasks = tasksOfStep({ environment, operation, step });
  return [tasks.flatMap(({ element }) => (element === undefined ? [] : [element]))];
}

/** What the variable that gets it demands, as its declaration says. */
function rulesOf({ variables }: Environment, { action }: Step, argument: string): readonly Rule[] {
  if (action.kind !== "setVar" || action.to.kind !== "argument" || action.to.name !== argument) return [];
  return variables.filter(({ name }) => name === action.variable).flatMap(rulesOfVariable);
}

function rulesOfVariable({ type, min, max, pattern }: Variable): readonly Rule[] {
  if (type === "bool") return [{ program: '$value == "true" or $value == "false"', must: "true or false" }];
  if (type === "string")
    return pattern === undefined ? [] : [{ program: `$value | test(${jqString(pattern)})`, must: `like ${pattern}` }];
  return [
    { program: "$value | tonumber | true", must: "a number" },
    ...(min === undefined ? [] : [{ program: `($value | tonumber) >= ${min}`, must: `at least ${min}` }]),
    ...(max === undefined ? [] : [{ program: `($value | tonumber) <= ${max}`, must: `at most ${max}` }]),
  ];
}
