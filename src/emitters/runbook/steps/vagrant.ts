import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Action, VagrantVerb } from "../../../compiler/environment/operation.ts";
import { from } from "../../../compiler/rules.ts";
import { filled, type TemplateDocument } from "../../../formats/text/template.ts";
import { tasksOf } from "../elements.ts";
import { selects } from "../selects.ts";
import type { Lowering } from "../step-script.ts";
import { vagrantSh } from "./templates.gen.ts";

const texts: Readonly<Record<VagrantVerb, string>> = {
  up: "bring up",
  halt: "shut down",
  destroy: "destroy, after Vagrant has asked,",
  provision: "set up again",
};

/** Machines of Vagrant, here or in the environment that the step names. */
export const vagrant: Lowering<Extract<Action, { kind: "vagrant" }>> = ({ environment, step }, { verb, of }) => {
  if (!selects(environment, "vagrant") && step.environment === undefined) return [];
  if (of.value.kind === "all")
    return [
      {
        name: `vagrant_${verb.value}`,
        text: `${texts[verb.value]} the virtual machines`,
        tools: ["vagrant"],
        commands: commands(environment, verb.value, []),
      },
    ];
  return tasksOf(of.value, environment.instances, (group) => ({
    name: `vagrant_${verb.value}_${group.name}`,
    text: `${texts[verb.value]} the virtual machines of ${group.name}`,
    tools: ["vagrant"],
    commands: commands(environment, verb.value, [`/^${group.name}(-[0-9]+)?$/`]),
  }));
};

/** The first time Vagrant must be told who runs the machines, where it is not the usual hypervisor. */
const commands = (environment: Environment, verb: VagrantVerb, machines: readonly string[]): TemplateDocument => {
  const hypervisor = environment.provider?.hypervisor.value;
  const provider = verb === "up" && hypervisor !== "virtualbox" ? hypervisor : undefined;
  return filled(vagrantSh, { verb, provider: provider === "digitalocean" ? "digital_ocean" : provider, machines }, [
    from(environment.at),
  ]);
};
