import type { Environment } from "../../compiler/environment/environment.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import { hasComponents } from "../../compiler/layout.ts";
import { headerOf } from "../../compiler/header.ts";
import type { TemplateDocument, TemplateValue } from "../../formats/text/template.ts";
import { imageVariable, manifestFile } from "../parts/image-variable.ts";
import { stepsScript } from "../parts/script-name.ts";
import { fleetView } from "./fleet.ts";
import { sharedState, stateFolders } from "./folders.ts";
import { imagesView } from "./images.ts";
import { inputsOf } from "./inputs.ts";
import { kubernetesView } from "./kubernetes.ts";
import { heldSecrets } from "./late-bound.ts";
import { isSetUpLive, packerView } from "./machine-images.ts";
import { nodeView } from "./nodes.ts";
import { nomadView } from "./nomad.ts";
import { proceduresOf } from "./procedure.ts";
import { selects } from "./selects.ts";
import { kubectlCommands } from "./steps/kubectl.ts";
import { nomadTunnel } from "./steps/tunnel.ts";
import { initCommands } from "./steps/terraform.ts";
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
    isDefaulting: inputsOf(environment).length > 0,
    stepsScript: stepsScript(environment),
    manifest: manifestFile,
    hasBuilt:
      selects(environment, "packer") && environment.machineImages.some((image) => imageVariable(image) !== undefined),
    settings: inputsOf(environment).some(({ isKept }) => isKept),
    isGenerating: heldSecrets(environment).some(({ source }) => source.kind === "generate"),
    node: nodeView(environment),
    ...valuesView(environment),
    images: imagesView(environment),
    packer: packerView(environment),
    terraform: selects(environment, "terraform"),
    ansible: isSetUpLive(environment),
    nomad: nomadView(environment),
    fleet: fleetView(environment),
    kubernetes: kubernetesView(environment),
    ...partsView(environment),
    operations: operationsView(environment),
    nomadTunnel: nomadTunnel(environment),
  };
}

/** The commands that operations have in common with the scripts that every environment gets. */
const partsView = (environment: Environment): TemplateDocument["values"] => ({
  states: statesView(environment),
  statesBack: [...statesView(environment)].reverse(),
  folder: sharedState(environment).folder,
  hasFolders: hasComponents(environment),
  kubernetesApply: kubectlCommands(environment, "apply"),
  kubernetesDelete: kubectlCommands(environment, "delete"),
  kubernetesDiff: kubectlCommands(environment, "diff"),
});

/** Each state with what prepares Terraform for it. */
const statesView = (environment: Environment): readonly TemplateValue[] =>
  stateFolders(environment).map((state) => ({
    folder: state.folder,
    init: initCommands(environment, environment.at, state),
  }));

/** Which of the functions that operations call are called by one. */
function operationsView(environment: Environment): TemplateValue {
  const procedures = proceduresOf(environment);
  const steps = procedures.flatMap(({ steps: own, failure }) => [...own, ...failure]);
  if (procedures.length === 0) return undefined;
  return {
    arguments: procedures.some(({ operation }) => operation.args.length > 0),
    told: steps.some(({ tasks }) => tasks.some(({ told }) => told !== undefined)),
    elsewhere: steps.some(({ step }) => step.environment !== undefined),
    tunnels: steps.some(({ step }) => step.action.kind === "tunnel"),
  };
}
