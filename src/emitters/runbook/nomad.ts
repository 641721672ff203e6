import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { NomadVerb } from "../../compiler/environment/operation.ts";
import { by, from } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import { filled, type TemplateDocument, type TemplateValue } from "../../formats/text/template.ts";
import { itemKey, itemsOf } from "../parts/nomad-item.ts";
import { jqObject, jqValue } from "./jq.ts";
import { selects } from "./selects.ts";
import { nomadPlanSh, nomadRunSh, nomadStopSh, nomadValidateSh } from "./steps/templates.gen.ts";

/** The jobs, and the variable that each reads. */
export const nomadView = (environment: Environment): TemplateValue =>
  selects(environment, "nomad") ? environment.apps.map((app) => jobView(environment, app)) : undefined;

const jobView = (environment: Environment, app: App): TemplateValue =>
  traced<TemplateValue>(
    {
      name: app.name,
      items: itemsView(environment, app),
      run: nomadCommands(environment, app, "run"),
      plan: nomadCommands(environment, app, "plan"),
    },
    { at: app.at },
  );

function itemsView(environment: Environment, app: App): TemplateValue {
  const items = itemsOf(environment, app);
  if (items.length === 0) return undefined;
  const object = jqObject(items.map((item) => [itemKey(item), jqValue(item)]));
  return traced(`{Items: ${object}}`, by("runbook-values", [...app.at, "env"]));
}

const templates = { validate: nomadValidateSh, plan: nomadPlanSh, run: nomadRunSh, stop: nomadStopSh } as const;

/** What Nomad does with the job of an app. */
export const nomadCommands = (environment: Environment, app: App, verb: NomadVerb): TemplateDocument =>
  filled(templates[verb], { job: app.name, items: verb === "run" ? itemsView(environment, app) : undefined }, [
    from(app.at),
  ]);
