import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Action } from "../../../compiler/environment/operation.ts";
import { type Text, wholeReference } from "../../../compiler/environment/text.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { filled, type TemplateDocument, type TemplateValue } from "../../../formats/text/template.ts";
import { inputVariable } from "../inputs.ts";
import type { Lowering, Task } from "../step-script.ts";
import { word } from "../word.ts";
import { createProjectSh, createStateSh, deleteProjectSh, deleteStateSh } from "./templates.gen.ts";

type Of<K extends "create" | "delete"> = Action & { readonly kind: K; readonly what: unknown };

/** What must be there before Terraform can begin, unless it is. */
export const create: Lowering<Of<"create">> = ({ environment, step: { at } }, { what }) =>
  what.value === "project" ? createProject(environment, at) : createState(environment, at);

/** The same again, after asking. */
export const remove: Lowering<Of<"delete">> = ({ environment, step: { at } }, { what }) =>
  what.value === "project" ? deleteProject(environment, at) : deleteState(environment, at);

function createProject(environment: Environment, at: SpecPath): readonly Task[] {
  const project = projectWord(environment);
  if (project === undefined) return [];
  const account = accountView(environment);
  const text = "make the project, link it to a billing account, and enable what Terraform begins with";
  const commands = filled(createProjectSh, { project, account }, [{ at }]);
  return [{ ...task("create_project", text, "gcloud", commands), told: [] }];
}

/** A project that is not named in so many words is not deleted: a default might be somebody else's. */
function deleteProject(environment: Environment, at: SpecPath): readonly Task[] {
  const { provider } = environment;
  const project = projectWord(environment);
  if (project === undefined || provider?.project === undefined) return [];
  const commands = filled(deleteProjectSh, { project }, [{ at }]);
  const told = provider.project.parts.flatMap((part) => readBy(environment, part));
  return [{ ...task("delete_project", "delete the project with all that is in it", "gcloud", commands), told }];
}

const readBy = (environment: Environment, part: Text["parts"][number]): readonly string[] => {
  const read = typeof part === "object" && part.kind === "variable" ? inputVariable(environment, part.name) : undefined;
  return read === undefined ? [] : [read];
};

const projectWord = (environment: Environment): TemplateDocument | undefined => {
  const { provider } = environment;
  return provider?.kind.value === "google" && provider.project !== undefined
    ? word(environment, provider.project)
    : undefined;
};

/** The account is the one that the deployer says, else the first that is open; an account in the spec itself is meant. */
function accountView(environment: Environment): TemplateValue {
  const account = environment.provider?.billingAccount;
  const reference = account === undefined ? undefined : wholeReference(account);
  if (reference?.kind !== "variable") return undefined;
  const variable = inputVariable(environment, reference.name);
  return variable === undefined ? undefined : { variable, export: `TF_VAR_${reference.name}` };
}

const createState = (environment: Environment, at: SpecPath): readonly Task[] =>
  stateTask(environment, (values, tool) =>
    task("create_state", "make the bucket that keeps Terraform's state", tool, filled(createStateSh, values, [{ at }])),
  );

const deleteState = (environment: Environment, at: SpecPath): readonly Task[] =>
  stateTask(environment, (values, tool) =>
    task(
      "delete_state",
      "delete the bucket that keeps Terraform's state",
      tool,
      filled(deleteStateSh, values, [{ at }]),
    ),
  );

function stateTask(
  environment: Environment,
  make: (values: { readonly [name: string]: TemplateValue }, tool: string) => Task,
): readonly Task[] {
  const { state, provider } = environment;
  const region = state?.region ?? provider?.region;
  if (state === undefined || state.bucket === undefined || region === undefined) return [];
  const values = {
    kind: state.kind,
    bucket: word(environment, state.bucket),
    region: word(environment, region),
    project: projectWord(environment),
  };
  return state.kind.value === "local" ? [] : [make(values, state.kind.value === "gcs" ? "gcloud" : "aws")];
}

const task = (name: string, text: string, tool: string, commands: TemplateDocument): Task => ({
  name,
  text,
  tools: [tool],
  commands,
});
