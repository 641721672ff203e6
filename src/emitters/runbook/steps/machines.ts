import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Action } from "../../../compiler/environment/operation.ts";
import { from } from "../../../compiler/rules.ts";
import { filled } from "../../../formats/text/template.ts";
import { selects } from "../selects.ts";
import { tasksOf } from "../elements.ts";
import type { Lowering } from "../step-script.ts";
import { provisionMachineSh } from "./templates.gen.ts";

/** A machine that is to be: made by Vagrant, or set up where it stands. */
export const provision: Lowering<Action & { readonly kind: "provision" }> = ({ environment }, { of }) =>
  selects(environment, "vagrant")
    ? tasksOf(of.value, [...environment.instances, ...environment.physicalMachines], (group) => ({
        name: `provision_${group.name}`,
        text: isPhysical(group) ? `set up ${group.name}` : `bring up the virtual machines of ${group.name}`,
        where: "here",
        tools: isPhysical(group) ? ["ssh", "tar"] : ["vagrant"],
        commands: filled(
          provisionMachineSh,
          {
            name: group.name,
            address: isPhysical(group) ? group.address : undefined,
            machines: `/^${group.name}(-[0-9]+)?$/`,
          },
          [from(group.at)],
        ),
      }))
    : [];

const isPhysical = ({ kind, address }: InstanceGroup): boolean => kind.value === "physical" && address !== undefined;
