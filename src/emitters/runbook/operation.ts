import type { Environment } from "../../compiler/environment/environment.ts";
import type { Operation } from "../../compiler/environment/operation.ts";
import { headerOf } from "../../compiler/header.ts";
import { from } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import { filled, type TemplateDocument, type TemplateValue } from "../../formats/text/template.ts";
import { argumentViews } from "./argument-rules.ts";
import { heldSecrets, neededAttributes } from "./late-bound.ts";
import { type LoweredStep, type Procedure, subjectOf } from "./procedure.ts";
import { scriptName } from "../parts/script-name.ts";
import type { Task } from "./step-script.ts";
import { callSh, operationSh } from "./templates.gen.ts";
import { toolsOf } from "./tools.ts";
import { argumentVariable } from "./word.ts";

/** The script of an operation. */
export function operationScript(environment: Environment, procedure: Procedure): TemplateDocument {
  const { operation, steps, failure } = procedure;
  const all = [...steps, ...failure];
  const functions = functionsOf(all.flatMap(({ tasks }) => tasks));
  const here = all.filter(({ step }) => step.environment === undefined).flatMap(({ tasks }) => tasks);
  const hasTunnels = all.some(({ step }) => step.action.kind === "tunnel");
  const calls = (of: readonly LoweredStep[]): readonly TemplateValue[] =>
    of.flatMap((step) => callsOf(step, functions, environment.environment.value));
  return filled(
    operationSh,
    {
      header: headerOf(environment),
      usage: usageOf(operation),
      usageLine: `usage: ${usageOf(operation)}`,
      description: operation.description,
      texts: textsOfSteps(procedure),
      count: operation.args.length,
      arguments: argumentViews(environment, operation),
      functions: functions.map(({ name, task }) => ({
        name,
        outputs: task.reads?.includes("outputs") === true && neededAttributes(environment).length > 0,
        commands: task.commands,
      })),
      failure: failure.length === 0 ? undefined : calls(failure),
      calls: calls(steps),
      isFinishing: failure.length > 0 || hasTunnels,
      hasTunnels,
      tools: listed(toolsOf(environment, procedure)),
      secrets: heldSecrets(environment).length > 0 && here.some(({ reads }) => reads?.includes("secrets")),
      told: [...new Set(here.flatMap(({ told }) => told ?? []))],
      confirm: operation.confirm.value,
    },
    [from(operation.at)],
  );
}

/** `rollback.sh [--yes] IMAGE` */
export const usageOf = ({ name, args }: Operation): string =>
  [scriptName(name), "[--yes]", ...args.map(({ value }) => argumentName(value))].join(" ");

/** An argument as a usage line spells it. */
export const argumentName = (argument: string): string => argument.toUpperCase();

const textsOfSteps = ({ steps }: Procedure): readonly string[] => [...new Set(steps.flatMap(textsOf))];

/** What a step does, one sentence for each of its tasks; a step about the caller's argument says that. */
export function textsOf({ step, tasks }: LoweredStep): readonly string[] {
  const subject = subjectOf(step);
  const place = step.environment === undefined ? "" : `, at ${step.environment.value}`;
  const ofAll = tasks.filter(({ element }) => element === undefined || subject?.kind !== "argument");
  const ofOne = tasks.flatMap(({ text, element }) =>
    subject?.kind !== "argument" || element === undefined ? [] : [text.replaceAll(element, argumentName(subject.name))],
  );
  const shortest = ofOne.toSorted((a, b) => a.length - b.length).slice(0, 1);
  return [...new Set([...ofAll.map(({ text }) => text), ...shortest])].map((text) => `${text}${place}`);
}

interface NamedTask {
  readonly name: string;
  readonly task: Task;
}

/** Each task once; two of one name that do different things are numbered. */
function functionsOf(tasks: readonly Task[]): readonly NamedTask[] {
  return tasks.reduce<readonly NamedTask[]>((known, task) => {
    const alike = known.filter(({ task: { name } }) => name === task.name);
    if (alike.some((other) => isSame(other.task, task))) return known;
    const number = alike.length === 0 ? "" : `_${alike.length + 1}`;
    return [...known, { name: `${task.name}${number}`, task }];
  }, []);
}

const isSame = (one: Task, other: Task): boolean =>
  one.name === other.name && JSON.stringify(one.commands.values) === JSON.stringify(other.commands.values);

/** The lines that take a step: one for each task, or one that the caller's argument completes. */
function callsOf(
  { step, tasks }: LoweredStep,
  functions: readonly NamedTask[],
  here: string,
): readonly TemplateValue[] {
  const subject = subjectOf(step);
  const nameOf = (task: Task): string => functions.find((known) => isSame(known.task, task))?.name ?? task.name;
  const call = (task: Task, values: TemplateDocument["values"]): TemplateValue =>
    traced<TemplateValue>(
      {
        text: textsOf({ step, tasks: [task] })[0] ?? task.text,
        at: task.where === "here" || step.environment?.value === here ? undefined : step.environment,
        onNode: task.where === "node",
        function: filled(callSh, values),
      },
      { at: step.at },
    );
  const plain = tasks.filter(({ element }) => element === undefined || subject?.kind !== "argument");
  const [chosen] = tasks.filter(({ element }) => element !== undefined && subject?.kind === "argument");
  return [
    ...plain.map((task) => call(task, { name: nameOf(task) })),
    ...(chosen === undefined || subject?.kind !== "argument"
      ? []
      : [
          call(chosen, {
            prefix: chosen.name.slice(0, -(chosen.element ?? "").length),
            argument: argumentVariable(subject.name),
          }),
        ]),
  ];
}

const listed = (values: readonly string[]): TemplateValue => (values.length === 0 ? undefined : values);
