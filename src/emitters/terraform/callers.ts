import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Origins } from "../../formats/origin.ts";

/** A description holds 255 characters. */
export const listed = (apps: readonly string[]): string => (apps.length > 3 ? `${apps.length} apps` : apps.join(", "));

/** The other groups whose apps call an app; those of its own group meet it at `localhost`. */
export const callingGroups = (environment: Environment, app: App): readonly CallingGroup[] =>
  callersByGroup(environment, "apps", app.name).filter(({ caller }) => caller.name !== app.runsOn?.name);

export interface CallingGroup {
  readonly caller: InstanceGroup;
  readonly callers: readonly string[];
  readonly origins: Origins;
}

/** The groups whose apps call an element, with these apps. */
export function callersByGroup(
  { apps, instances, reach }: Environment,
  section: "apps" | "database",
  name: string,
): readonly CallingGroup[] {
  const calls = reach.filter(({ to }) => to.section === section && to.name === name);
  return instances.flatMap((caller) => {
    const callers = apps.filter((app) => app.runsOn?.name === caller.name);
    const calling = calls.filter(({ from }) => callers.some((app) => app.name === from));
    if (calling.length === 0) return [];
    return [{ caller, callers: calling.map(({ from }) => from), origins: calling.flatMap(({ origins }) => origins) }];
  });
}
