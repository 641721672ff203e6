import { withGrants } from "../parts/grants-job.ts";
import { type Artifact, type Emitter, following } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { filled, type Template } from "../../formats/text/template.ts";
import { awaitedApps } from "../parts/awaited-apps.ts";
import { checks } from "./checks/index.ts";
import { diagramView } from "./diagram.ts";
import { operationScript } from "./operation.ts";
import { type Procedure, proceduresOf } from "./procedure.ts";
import { readmeView } from "./readme.ts";
import { scriptName, stepsScript } from "../parts/script-name.ts";
import { selects } from "./selects.ts";
import { stepsOf } from "./steps.ts";
import { inputsOf } from "./inputs.ts";
import { downSh, envExample, planSh, readmeMd, upSh, valuesSh } from "./templates.gen.ts";
import { scriptView } from "./view.ts";

/** How an environment comes up across its tools: the order of their steps, and scripts that take them. */
export const runbook: Emitter = {
  target: "runbook",
  title: "Runbook",
  support: { ...following, operations: "emits" },
  // One tool that asks for nothing and keeps the order itself needs no word of ours.
  accompanies: (environment) =>
    stepsOf(environment).length > 1 ||
    environment.secrets.length > 0 ||
    environment.operations.length > 0 ||
    awaitsOnKubernetes(environment),
  checks,
  emit(given) {
    const environment = withGrants(given);
    const view = scriptView(environment);
    const operations = proceduresOf(environment).map((procedure) => operationFile(environment, procedure));
    // An operation that is called like a script of ours takes its place; the steps of the tools stay at hand.
    const own = [
      { ...file(environment, "down.sh", downSh, view), executable: true as const },
      { ...file(environment, "plan.sh", planSh, view), executable: true as const },
      { ...file(environment, stepsScript(environment), upSh, view), executable: true as const },
    ].filter(({ path }) => !operations.some((operation) => operation.path === path));
    return [
      file(environment, "README.md", readmeMd, { ...view, ...readmeView(environment), diagram: diagramView(given) }),
      ...operations,
      ...own,
      ...(readsEnvironment(environment) ? [file(environment, ".env.example", envExample, view)] : []),
      file(environment, "values.sh", valuesSh, view),
    ].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  },
};

/** `kubectl apply` takes everything at once. */
const awaitsOnKubernetes = (environment: Environment): boolean =>
  selects(environment, "kubernetes") && awaitedApps(environment).length > 0;

/** Where Terraform's own names are handed in, its module has a file for all of them. */
const readsEnvironment = (environment: Environment): boolean =>
  !(selects(environment, "terraform") && environment.variables.some(({ name, env }) => env === `TF_VAR_${name}`)) &&
  (inputsOf(environment).length > 0 || environment.secrets.some(({ source }) => source.kind === "env"));

const operationFile = (environment: Environment, procedure: Procedure): Artifact => ({
  path: scriptName(procedure.operation.name),
  at: procedure.operation.at,
  document: operationScript(environment, procedure),
  executable: true,
});

const file = (
  environment: Environment,
  path: string,
  template: Template,
  values: ReturnType<typeof scriptView>,
): Artifact => ({
  path,
  at: environment.at,
  document: filled(template, values, [by("runbook-order", environment.at)]),
});
