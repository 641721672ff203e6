import type { Action } from "../../../compiler/environment/operation.ts";
import { from } from "../../../compiler/rules.ts";
import { filled } from "../../../formats/text/template.ts";
import { ansibleGroup } from "../../parts/ansible-names.ts";
import { tasksOf } from "../elements.ts";
import { selects } from "../selects.ts";
import type { Lowering } from "../step-script.ts";
import { ansibleSh } from "./templates.gen.ts";

/** The playbook, on the machines of one group. */
export const ansible: Lowering<Action & { readonly kind: "ansible" }> = ({ environment }, { of }) =>
  selects(environment, "ansible")
    ? tasksOf(of.value, [...environment.instances, ...environment.physicalMachines], ({ name, at }) => ({
        name: `ansible_${name}`,
        text: `set up the machines of ${name} by the playbook`,
        tools: ["ansible-galaxy", "ansible-playbook"],
        commands: filled(ansibleSh, { group: ansibleGroup(name) }, [from(at)]),
      }))
    : [];
