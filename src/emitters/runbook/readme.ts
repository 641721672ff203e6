import type { Environment } from "../../compiler/environment/environment.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import type { Reference } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { fleetSettings, isDeployedPart } from "../parts/fleet-settings.ts";
import { fleetSettingsFile } from "../parts/fleet-unit-names.ts";
import { requiredObjects } from "../parts/kubernetes-required-object.ts";
import { itemKey, itemsOf } from "../parts/nomad-item.ts";
import { referenceName } from "../parts/reference-name.ts";
import { textsOf, usageOf } from "./operation.ts";
import { type Procedure, proceduresOf } from "./procedure.ts";
import { readVariables } from "./read-variables.ts";
import { scriptName, stepsScript } from "../parts/script-name.ts";
import { selects } from "./selects.ts";
import { stepsOf } from "./steps.ts";

/** What the runbook's text says beyond the scripts. */
export function readmeView(environment: Environment): { readonly [name: string]: TemplateValue } {
  const steps = stepsOf(environment);
  const names = steps.map(({ name }) => name);
  return {
    description: environment.description,
    described: steps.map(({ name, text }) => ({ name, text })),
    edges: names.slice(1).map((to, index) => ({ from: names[index], to })),
    own: ownView(environment),
    operations: listed(proceduresOf(environment).map(operationView)),
    variables: listed(readVariables(environment)),
    files: listed([...nomadFiles(environment), ...fleetFiles(environment), ...kubernetesFiles(environment)]),
  };
}

/** The scripts that no operation replaces. */
function ownView(environment: Environment): TemplateValue {
  const taken = proceduresOf(environment).map(({ operation }) => scriptName(operation.name));
  const left = ["plan.sh", stepsScript(environment), `down.sh ${environmentName(environment).value}`].filter(
    (script) => !taken.includes(script.split(" ")[0] ?? ""),
  );
  return {
    isWhole: left.length === 3 && stepsScript(environment) === "up.sh",
    names: left.length === 0 ? undefined : left.join(" and "),
    verb: left.length === 1 ? "takes" : "take",
  };
}

const operationView = (procedure: Procedure): TemplateValue =>
  traced<TemplateValue>(
    {
      usage: usageOf(procedure.operation),
      description: procedure.operation.description,
      steps: procedure.steps.flatMap((step) => textsOf(step).map((text) => traced(text, { at: step.step.at }))),
      failure: listed(
        procedure.failure.flatMap((step) => textsOf(step).map((text) => traced(text, { at: step.step.at }))),
      ),
    },
    { at: procedure.operation.at },
  );

const listed = (values: readonly TemplateValue[]): TemplateValue => (values.length === 0 ? undefined : values);

const row = (where: string, name: string, from: readonly Reference[], at: Environment["at"]): TemplateValue =>
  traced<TemplateValue>(
    { where, name, from: [...new Set(from.map(referenceName))].join(" ") },
    by("runbook-values", at),
  );

const nomadFiles = (environment: Environment): readonly TemplateValue[] =>
  selects(environment, "nomad")
    ? environment.apps.flatMap((app) =>
        itemsOf(environment, app).map((item) => row(`nomad/jobs/${app.name}`, itemKey(item), [item], app.at)),
      )
    : [];

const fleetFiles = (environment: Environment): readonly TemplateValue[] =>
  selects(environment, "fleet")
    ? environment.apps.flatMap((app) =>
        fleetSettings(environment, app).deployed.map(({ name, value, at }) =>
          row(fleetSettingsFile(environment, app), name, value.parts.filter(isDeployedPart), at),
        ),
      )
    : [];

const kubernetesFiles = (environment: Environment): readonly TemplateValue[] =>
  selects(environment, "kubernetes")
    ? requiredObjects(environment).flatMap(({ kind, name, entries }) =>
        [...entries].map(([key, { reference }]) =>
          row(`${kind.toLowerCase()}/${name}`, key, [reference], environment.at),
        ),
      )
    : [];
