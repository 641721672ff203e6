import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { App } from "../environment/app.ts";

/** Apps that wait for each other never start. */
export const orderHasNoCycle: Check = function* ({ apps }) {
  const byName = new Map(apps.map((app) => [`apps.${app.name}`, app]));
  const done = new Set<string>();
  for (const app of apps) {
    const cycle = cycleFrom(`apps.${app.name}`, byName, done);
    if (cycle === undefined) continue;
    const first = byName.get(cycle[0] ?? "") ?? app;
    yield diagnose("dependency-cycle", [...first.at, "dependsOn"], { names: [...cycle, cycle[0] ?? ""] });
  }
};

interface Step {
  readonly name: string;
  next: number;
}

/** The first cycle that is reached from an app; a walk of its own, since chains may be as long as a spec. */
function cycleFrom(start: string, byName: ReadonlyMap<string, App>, done: Set<string>): readonly string[] | undefined {
  if (done.has(start)) return undefined;
  const way: Step[] = [{ name: start, next: 0 }];
  const open = new Set([start]);
  for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
    const next = byName.get(step.name)?.dependsOn[step.next]?.value;
    step.next += 1;
    if (next === undefined) {
      done.add(step.name);
      open.delete(step.name);
      way.pop();
    } else if (open.has(next)) {
      for (const name of open) done.add(name);
      return way.map(({ name }) => name).slice(way.findIndex(({ name }) => name === next));
    } else if (!done.has(next)) {
      way.push({ name: next, next: 0 });
      open.add(next);
    }
  }
  return undefined;
}
