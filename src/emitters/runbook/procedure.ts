import type { Environment } from "../../compiler/environment/environment.ts";
import type { Operation, Step, Subject } from "../../compiler/environment/operation.ts";
import { neededAttributes } from "./late-bound.ts";
import { selects } from "./selects.ts";
import type { Task } from "./step-script.ts";
import { tasksOfStep } from "./steps/index.ts";
import { initTasks } from "./steps/terraform.ts";

/** A step with what its script does for it. */
export interface LoweredStep {
  readonly step: Step;
  readonly tasks: readonly Task[];
}

/** An operation that is a script. */
export interface Procedure {
  readonly operation: Operation;
  readonly steps: readonly LoweredStep[];
  readonly failure: readonly LoweredStep[];
}

const lowered = (environment: Environment, operation: Operation): Procedure => {
  const lower = (steps: readonly Step[]): readonly LoweredStep[] =>
    prepared(
      environment,
      steps.map((step) => ({ step, tasks: tasksOfStep({ environment, operation, step }) })),
    );
  return { operation, steps: lower(operation.steps), failure: lower(operation.onFailure) };
};

/** Terraform is prepared before anything is asked of it, unless a step does so. */
function prepared(environment: Environment, steps: readonly LoweredStep[]): readonly LoweredStep[] {
  const isReady = new Set<string | undefined>();
  return steps.map(({ step, tasks }) => {
    const place = step.environment?.value;
    const asks = tasks.some((task) => asksTerraform(environment, task));
    const isFirst = asks && !isReady.has(place);
    if (asks || (step.action.kind === "terraform" && step.action.verb.value === "init")) isReady.add(place);
    return { step, tasks: isFirst ? [...initTasks(environment, step), ...tasks] : tasks };
  });
}

const asksTerraform = (environment: Environment, { asksTerraform, reads }: Task): boolean =>
  asksTerraform === true ||
  (reads?.includes("outputs") === true &&
    selects(environment, "terraform") &&
    neededAttributes(environment).length > 0);

/** Steps that nothing in the environment does. */
export const idleSteps = (environment: Environment, operation: Operation): readonly Step[] => {
  const { steps, failure } = lowered(environment, operation);
  return [...steps, ...failure].filter(({ tasks }) => tasks.length === 0).map(({ step }) => step);
};

/** The operations whose steps can all be taken here, and those that they run. */
export function proceduresOf(environment: Environment): readonly Procedure[] {
  const all = environment.operations.map((operation) => lowered(environment, operation));
  const isWhole = ({ steps, failure }: Procedure): boolean =>
    [...steps, ...failure].every(
      ({ step: { action }, tasks }) =>
        tasks.length > 0 &&
        (action.kind !== "run" ||
          all.some((other) => other.operation.name === action.operation.value && isWhole(other))),
    );
  return all.filter(isWhole);
}

/** What the step is about, where it is about elements. */
export const subjectOf = ({ action }: Step): Subject | undefined =>
  "of" in action && typeof action.of?.value === "object" ? (action.of.value as Subject) : undefined;
