import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Action, TerraformVerb } from "../../../compiler/environment/operation.ts";
import { holdsSecret, isLiteral, text } from "../../../compiler/environment/text.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { filled, type TemplateDocument, type TemplateValue } from "../../../formats/text/template.ts";
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

export const terraform: Lowering<Terraform> = (place, { verb, workspace }) => {
  const { environment, step } = place;
  if (!selects(environment, "terraform") && step.environment === undefined) return [];
  return [task(verb.value, commands(place, verb.value, workspace))];
};

const task = (verb: TerraformVerb, document: TemplateDocument): Task => ({
  name: `terraform_${verb}`,
  text: texts[verb],
  tools: ["terraform"],
  reads: verb === "plan" || verb === "apply" || verb === "destroy" ? ["secrets"] : [],
  asksTerraform: verb !== "init",
  commands: document,
});

export const initTask = (environment: Environment, at: SpecPath): Task => task("init", initCommands(environment, at));

/** Where state is kept may depend on what only the deployer knows, and no backend of Terraform reads a variable. */
export function initCommands(environment: Environment, at: SpecPath): TemplateDocument {
  const { state } = environment;
  const settings = (["bucket", "key", "region"] as const).flatMap((key) => {
    const value = state?.[key];
    const isSaid = value?.parts.some((part) => typeof part === "object") ?? false;
    return value === undefined || !isSaid ? [] : [{ key, value: word(environment, value) }];
  });
  const workspace = state?.workspaces.value === true ? environment.environment : undefined;
  return filled(terraformInitSh, { backend: settings as readonly TemplateValue[], workspace }, [{ at }]);
}

function commands(
  { environment, step: { at } }: StepPlace,
  verb: TerraformVerb,
  chosen: Terraform["workspace"],
): TemplateDocument {
  switch (verb) {
    case "init":
      return initCommands(environment, at);
    case "plan":
      return filled(terraformPlanSh, {}, [{ at }]);
    case "apply":
      return filled(terraformApplySh, {}, [{ at }]);
    case "destroy":
      return filled(terraformDestroySh, {}, [{ at }]);
    case "output":
      return filled(terraformOutputSh, { names: shownOutputs(environment) }, [{ at }]);
    case "workspace": {
      const own = word(environment, text([environment.environment.value], [{ at }]));
      return filled(terraformWorkspaceSh, { workspace: chosen === undefined ? own : argumentWord(chosen.value) }, [
        { at },
      ]);
    }
  }
}

/** The outputs of the spec that anybody may see. */
const shownOutputs = ({ outputs }: Environment): readonly string[] =>
  outputs.filter(({ value }) => !holdsSecret(value) || isLiteral(value)).map(({ name }) => name);
