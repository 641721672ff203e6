import type { Subject } from "../../compiler/environment/operation.ts";
import type { Named } from "../../compiler/environment/located.ts";
import type { Task } from "./step-script.ts";

/** The tasks of a step about elements: one, or one for each that `all` or the caller's argument may mean. */
export const tasksOf = <T extends Named>(
  subject: Subject,
  candidates: readonly T[],
  task: (element: T) => Omit<Task, "element">,
): readonly Task[] =>
  candidates
    .filter(({ name }) => subject.kind !== "element" || subject.name === name)
    .map((element) => ({ ...task(element), element: element.name }));
