import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import { ansibleGroup } from "../parts/ansible-names.ts";
import type { View } from "./machine-view.ts";
import { machineName, machinesOf } from "./machines.ts";

/** Which machines are which groups of the playbook; none where Ansible sets nothing up. */
export function playbookGroups({ targets, instances }: Environment): readonly View[] {
  if (!targets.some(({ value }) => value === "ansible")) return [];
  return instances
    .filter(({ count }) => count.value > 0)
    .map((group) => ({
      name: traced(ansibleGroup(group.name), { at: group.at }, by("vagrant-ansible", group.at)),
      machines: machinesOf([group]).map(machineName),
    }));
}
