import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { sharedName } from "../../compiler/environment/naming.ts";
import type { Part, Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, type Traced, traced, tracedBy } from "../../formats/origin.ts";

/** One machine of a group. */
export interface Machine {
  readonly group: InstanceGroup;
  readonly index: number;
}

/** The machines of these groups, one after the other. */
export const machinesOf = (groups: readonly InstanceGroup[]): readonly Machine[] =>
  groups.flatMap((group) =>
    Array.from({ length: group.count.value }, (_, place) => ({ group, index: group.firstIndex.value + place })),
  );

/** A name for one machine of a group: its only one is called as the group is. */
const numbered = (name: Traced<string>, { group, index }: Machine): Traced<string> =>
  group.count.value === 1 ? name : tracedBy(`${name.value}-${index}`, name, group.count);

/** What Vagrant calls a machine. */
export const machineName = (machine: Machine): Traced<string> => {
  const { name, at } = machine.group;
  return numbered(traced(name, { at }, by("vagrant-machine", at)), machine);
};

/** What its hypervisor or its cloud calls it, which knows the machines of other environments too. */
export const machineTitle = (environment: Environment, machine: Machine): Traced<string> =>
  numbered(sharedName(environment, machine.group), machine);

export const hostnameOf = (machine: Machine): Traced<string> | undefined =>
  machine.group.hostname === undefined ? undefined : textFor(machine, machine.group.hostname);

/** A text of the group for one of its machines. */
const textFor = (machine: Machine, { parts, [ORIGINS]: origins }: Text): Traced<string> =>
  traced(parts.map((part) => partFor(machine, part)).join(""), ...origins);

function partFor({ group, index }: Machine, part: Part): string {
  if (typeof part === "string") return part;
  if (part.kind === "variable") return part.value;
  if (part.kind === "self") return part.attribute === "index" ? String(index) : group.name;
  return "";
}

/** The first word of a machine's own host name, which is what it calls itself. */
export const shortHostname = (machine: Machine): Traced<string> =>
  derive(hostnameOf(machine) ?? machineName(machine), (name) => name.replace(/\..*/, ""));
