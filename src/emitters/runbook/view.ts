import type { Environment } from "../../compiler/environment/environment.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import { headerOf } from "../../compiler/header.ts";
import type { TemplateDocument } from "../../formats/text/template.ts";
import { fleetView } from "./fleet.ts";
import { imagesView } from "./images.ts";
import { kubernetesView } from "./kubernetes.ts";
import { heldSecrets } from "./late-bound.ts";
import { isSetUpLive, packerView } from "./machine-images.ts";
import { nomadView } from "./nomad.ts";
import { selects } from "./selects.ts";
import { stepsOf } from "./steps.ts";
import { valuesView } from "./values.ts";

/** What the templates of the scripts are about. */
export function scriptView(environment: Environment): TemplateDocument["values"] {
  const steps = stepsOf(environment);
  return {
    header: headerOf(environment),
    environment: environmentName(environment),
    steps: steps.map(({ name }) => name),
    plannedSteps: steps.filter(({ isPlanned }) => isPlanned).map(({ name }) => name),
    downSteps: steps
      .filter(({ isUndone }) => isUndone)
      .map(({ name }) => name)
      .reverse(),
    isDefaulting: environment.variables.some(({ env }) => env !== undefined),
    isGenerating: heldSecrets(environment).some(({ source }) => source.kind === "generate"),
    ...valuesView(environment),
    images: imagesView(environment),
    packer: packerView(environment),
    terraform: selects(environment, "terraform"),
    ansible: isSetUpLive(environment),
    nomad: nomadView(environment),
    fleet: fleetView(environment),
    kubernetes: kubernetesView(environment),
  };
}
