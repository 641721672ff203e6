import type { Action, NomadVerb } from "../../../compiler/environment/operation.ts";
import { tasksOf } from "../elements.ts";
import { jobsOf, nomadCommands, readsItems } from "../nomad.ts";
import { selects } from "../selects.ts";
import type { Lowering } from "../step-script.ts";

const texts: Readonly<Record<NomadVerb, string>> = {
  validate: "check the job",
  plan: "show what would change of the job",
  run: "run the job",
  stop: "stop the job",
};

export const nomad: Lowering<Extract<Action, { kind: "nomad" }>> = ({ environment }, { verb, of }) =>
  selects(environment, "nomad")
    ? tasksOf(of.value, jobsOf(environment), (job) => ({
        name: `nomad_${verb.value}_${job.name}`,
        text: `${texts[verb.value]} ${job.name}`,
        tools: verb.value === "run" && readsItems(environment, job) ? ["jq", "nomad"] : ["nomad"],
        reads: verb.value === "run" ? ["secrets", "outputs"] : [],
        commands: nomadCommands(environment, job, verb.value),
      }))
    : [];
