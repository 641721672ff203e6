import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Action, Step, Subject, TerraformVerb } from "../../../compiler/environment/operation.ts";
import { holdsSecret, isLiteral, text } from "../../../compiler/environment/text.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { filled, type TemplateDocument, type TemplateValue } from "../../../formats/text/template.ts";
import { ofComponent } from "../../parts/component-state.ts";
import { type StateFolder, sharedState, stateFolders } from "../folders.ts";
import { selects } from "../selects.ts";
import type { Lowering, StepPlace, Task } from "../step-script.ts";
import { argumentWord, word } from "../word.ts";
import {
  terraformApplySh,
  terraformDestroySh,
  terraformInitSh,
  terraformOutputSh,
  terraformPlanSh,
  terraformWorkspaceSh,
} from "./templates.gen.ts";

type Terraform = Extract<Action, { kind: "terraform" }>;

const texts: Readonly<Record<TerraformVerb, string>> = {
  init: "prepare Terraform",
  plan: "show what Terraform would change, and save the plan",
  apply: "apply the plan of Terraform that was saved, or show one and ask",
  destroy: "destroy what Terraform made, after it has shown that and asked",
  output: "show what Terraform has made",
  workspace: "choose the workspace of Terraform, a new one if need be",
};

export const terraform: Lowering<Terraform> = (place, { verb, workspace, of }) => {
  const { environment, step } = place;
  if (!selects(environment, "terraform") && step.environment === undefined) return [];
  return inOrder(verb.value, statesOf(environment, of?.value)).map((state) =>
    task(verb.value, state, commands(place, verb.value, workspace, state)),
  );
};

/** The states that a step is about. */
const statesOf = (environment: Environment, of: Subject | undefined): readonly StateFolder[] =>
  stateFolders(environment).filter(({ component }) => of?.kind !== "element" || of.name === component);

/** What reads another state goes before that does. */
const inOrder = (verb: TerraformVerb, states: readonly StateFolder[]): readonly StateFolder[] =>
  verb === "destroy" ? [...states].reverse() : states;

const task = (verb: TerraformVerb, { component }: StateFolder, document: TemplateDocument): Task => ({
  ...(component === undefined ? {} : { element: component }),
  name: component === undefined ? `terraform_${verb}` : `terraform_${verb}_${component}`,
  text: component === undefined ? texts[verb] : `${texts[verb]}, for ${component}`,
  tools: ["terraform"],
  reads: verb === "plan" || verb === "apply" || verb === "destroy" ? ["secrets"] : [],
  asksTerraform: verb !== "init",
  commands: document,
});

/** Prepares what a step asks: its own state, or the one that all share. */
export function initTasks(environment: Environment, { at, action }: Step): readonly Task[] {
  const states = action.kind === "terraform" ? statesOf(environment, action.of?.value) : [sharedState(environment)];
  return states.map((state) => task("init", state, initCommands(environment, at, state)));
}

/** From https://developer.hashicorp.com/terraform/language/backend/gcs: a bucket is where it is, and keys are prefixes. */
const gcsSettings = { bucket: "bucket", key: "prefix", region: undefined } as const;

/** Where state is kept may depend on what only the deployer knows, and no backend of Terraform reads a variable. */
export function initCommands(
  environment: Environment,
  at: SpecPath,
  { component, folder }: StateFolder,
): TemplateDocument {
  const { state } = component === undefined ? environment : ofComponent(environment, component);
  const settings = (["bucket", "key", "region"] as const).flatMap((name) => {
    const value = state?.[name];
    const isSaid = value?.parts.some((part) => typeof part === "object") ?? false;
    const key = state?.kind.value === "gcs" ? gcsSettings[name] : name;
    return value === undefined || key === undefined || !isSaid ? [] : [{ key, value: word(environment, value) }];
  });
  const workspace = state?.workspaces.value === true ? environment.environment : undefined;
  return filled(terraformInitSh, { folder, backend: settings as readonly TemplateValue[], workspace }, [{ at }]);
}

function commands(
  { environment, step: { at } }: StepPlace,
  verb: TerraformVerb,
  chosen: Terraform["workspace"],
  state: StateFolder,
): TemplateDocument {
  const { folder } = state;
  switch (verb) {
    case "init":
      return initCommands(environment, at, state);
    case "plan":
      return filled(terraformPlanSh, { folder }, [{ at }]);
    case "apply":
      return filled(terraformApplySh, { folder }, [{ at }]);
    case "destroy":
      return filled(terraformDestroySh, { folder }, [{ at }]);
    case "output":
      return filled(terraformOutputSh, { folder, names: shownOutputs(environment) }, [{ at }]);
    case "workspace": {
      const own = word(environment, text([environment.environment.value], [{ at }]));
      const workspace = chosen === undefined ? own : argumentWord(chosen.value);
      return filled(terraformWorkspaceSh, { folder, workspace }, [{ at }]);
    }
  }
}

/** The outputs of the spec that anybody may see. */
const shownOutputs = ({ outputs }: Environment): readonly string[] =>
  outputs.filter(({ value }) => !holdsSecret(value) || isLiteral(value)).map(({ name }) => name);
