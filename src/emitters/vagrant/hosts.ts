import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { type Traced, traced } from "../../formats/origin.ts";
import { type Machine, machinesOf, shortHostname } from "./machines.ts";

/** A machine that exists, and the virtual ones that it runs. */
export interface Host {
  readonly name: Traced<string>;
  readonly machines: readonly Machine[];
}

/** The hosts that run virtual machines. A group that names several of them is on each. */
export const hostsOf = ({ physicalMachines, instances }: Environment): readonly Host[] =>
  physicalMachines.flatMap((group) => {
    const machines = machinesOf(instances.filter(({ host }) => host?.value === group.name));
    return machines.length === 0 ? [] : machinesOf([group]).map((host) => ({ name: nameOf(host), machines }));
  });

const nameOf = (host: Machine): Traced<string> => {
  const name = shortHostname(host);
  return traced(name.value, { at: host.group.at }, by("vagrant-host", host.group.at));
};
