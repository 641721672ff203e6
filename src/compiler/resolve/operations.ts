import { type SpecPath, traced } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Operation, Step } from "../environment/operation.ts";
import { from } from "../rules.ts";
import type { Operation as OperationSpec, Spec, Step as StepSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { requireEnvironment } from "./environments.ts";
import { flag, implied, string } from "./read.ts";
import { type Element, elements } from "./section.ts";
import { resolveAction, type StepScope } from "./steps.ts";

type Procedure = Exclude<OperationSpec, readonly unknown[]>;

/** An operation by its map form: a bare list is its steps. */
interface Written extends Element<Procedure> {
  readonly stepsAt: SpecPath;
}

export function resolveOperations(context: Context, spec: Spec): readonly Operation[] {
  const all = elements<object>(["operations"], spec.operations as Readonly<Record<string, object>> | undefined).map(
    writtenOut,
  );
  const names = all.map(({ name }) => name);
  const operations = all.map((element) => resolveOperation(context, element, names));
  refuseCycles(context, operations);
  return operations;
}

const writtenOut = ({ name, at, value }: Element<object>): Written =>
  Array.isArray(value)
    ? { name, at, value: { steps: value }, stepsAt: at }
    : { name, at, value, stepsAt: [...at, "steps"] };

function resolveOperation(context: Context, element: Written, operations: readonly string[]): Operation {
  const { name, at, value, stepsAt } = element;
  const scope: StepScope = { args: value.args ?? [], operations };
  const here = placeOf(context, [...at, "at"], value.at);
  if (value.steps === undefined)
    context.report(diagnose("missing-key", at, { key: "steps", where: `operations.${name}` }));
  const resolved = (steps: readonly StepSpec[] | undefined, place: SpecPath): readonly Step[] =>
    (steps ?? []).flatMap((step, index) => resolveStep(context, { at: [...place, index], value: step }, scope, here));
  return {
    name,
    at,
    description: string(context, element, "description"),
    args: (value.args ?? []).map((argument, index) => traced(argument, from([...at, "args", index]))),
    confirm: Array.isArray(context.spec.value.operations?.[name])
      ? implied("default", [...at, "confirm"], false)
      : flag(context, element, "confirm", false),
    steps: resolved(value.steps, stepsAt),
    onFailure: resolved(value.onFailure, [...at, "onFailure"]),
  };
}

function placeOf(context: Context, at: SpecPath, name: string | undefined): Step["environment"] {
  if (name === undefined) return undefined;
  requireEnvironment(context, at, name);
  return traced(name, from(at));
}

function resolveStep(
  context: Context,
  section: { readonly at: SpecPath; readonly value: StepSpec },
  scope: StepScope,
  here: Step["environment"],
): readonly Step[] {
  const action = resolveAction(context, section, scope);
  const environment = placeOf(context, [...section.at, "at"], section.value.at) ?? here;
  return action === undefined ? [] : [{ at: section.at, action, environment }];
}

/** An operation that runs itself, directly or through others, would never end. */
function refuseCycles(context: Context, operations: readonly Operation[]): void {
  const callees = new Map(operations.map(({ name, steps, onFailure }) => [name, calls([...steps, ...onFailure])]));
  for (const { name } of operations)
    for (const { called, at } of callees.get(name) ?? [])
      if (reaches(called, name, callees, new Set())) context.report(diagnose("operation-cycle", at, { name, called }));
}

interface Call {
  readonly called: string;
  readonly at: SpecPath;
}

const calls = (steps: readonly Step[]): readonly Call[] =>
  steps.flatMap(({ action, at }) =>
    action.kind === "run" ? [{ called: action.operation.value, at: [...at, "run"] }] : [],
  );

function reaches(
  start: string,
  goal: string,
  callees: ReadonlyMap<string, readonly Call[]>,
  seen: Set<string>,
): boolean {
  if (start === goal) return true;
  if (seen.has(start)) return false;
  seen.add(start);
  return (callees.get(start) ?? []).some(({ called }) => reaches(called, goal, callees, seen));
}
