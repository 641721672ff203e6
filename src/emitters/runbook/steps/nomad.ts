import type { Action, NomadVerb } from "../../../compiler/environment/operation.ts";
import { itemsOf } from "../../parts/nomad-item.ts";
import { tasksOf } from "../elements.ts";
import { nomadCommands } from "../nomad.ts";
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
    ? tasksOf(of.value, environment.apps, (app) => ({
        name: `nomad_${verb.value}_${app.name}`,
        text: `${texts[verb.value]} ${app.name}`,
        tools: verb.value === "run" && itemsOf(environment, app).length > 0 ? ["jq", "nomad"] : ["nomad"],
        reads: verb.value === "run" ? ["secrets", "outputs"] : [],
        commands: nomadCommands(environment, app, verb.value),
      }))
    : [];
