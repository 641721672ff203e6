import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { type MachineApp, processesOf } from "../../compiler/environment/machine-app.ts";
import type { Origins } from "../../formats/origin.ts";

/** A description holds 255 characters. */
export const listed = (apps: readonly string[]): string => (apps.length > 3 ? `${apps.length} apps` : apps.join(", "));

/** The other groups whose apps call an app; those of its own group meet it at `localhost`. */
export const callingGroups = (environment: Environment, app: MachineApp): readonly CallingGroup[] =>
  callersByGroup(environment, "apps", app.name).filter(({ caller }) => caller.name !== app.runsOn?.name);

export interface CallingGroup {
  readonly caller: InstanceGroup;
  readonly callers: readonly string[];
  readonly origins: Origins;
}

/** The groups whose apps call an element, with these apps. */
export const callersByGroup = (environment: Environment, section: Called, name: string): readonly CallingGroup[] =>
  callers(environment, environment.instances, section, name, runsOn);

/** The pools of a provider's cluster whose apps call an element. */
export const callingPools = (environment: Environment, section: Called, name: string): readonly CallingGroup[] =>
  callers(environment, environment.nodePools, section, name, isScheduledOn);

type Called = "apps" | "database";

const runsOn = (app: MachineApp, group: InstanceGroup): boolean => app.runsOn?.name === group.name;

const isScheduledOn = ({ cluster }: MachineApp, pool: InstanceGroup): boolean =>
  cluster?.nodes.some(({ name }) => name === pool.name) ?? false;

function callers(
  environment: Environment,
  groups: readonly InstanceGroup[],
  section: Called,
  name: string,
  isOn: (app: MachineApp, group: InstanceGroup) => boolean,
): readonly CallingGroup[] {
  const { reach } = environment;
  const calls = reach.filter(({ to }) => to.section === section && to.name === name);
  return groups.flatMap((caller) => {
    const residents = processesOf(environment).filter((app) => isOn(app, caller));
    const calling = calls.filter(({ from }) => residents.some((app) => app.name === from));
    if (calling.length === 0) return [];
    return [{ caller, callers: calling.map(({ from }) => from), origins: calling.flatMap(({ origins }) => origins) }];
  });
}
