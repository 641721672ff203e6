import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { itemKey, itemsOf } from "../parts/nomad-item.ts";
import { jqObject, jqValue } from "./jq.ts";
import { selects } from "./selects.ts";

/** The jobs, and the variable that each reads. */
export const nomadView = (environment: Environment): TemplateValue =>
  selects(environment, "nomad") ? environment.apps.map((app) => jobView(environment, app)) : undefined;

const jobView = (environment: Environment, app: App): TemplateValue =>
  traced<TemplateValue>({ name: app.name, items: itemsView(environment, app) }, { at: app.at });

function itemsView(environment: Environment, app: App): TemplateValue {
  const items = itemsOf(environment, app);
  if (items.length === 0) return undefined;
  const object = jqObject(items.map((item) => [itemKey(item), jqValue(item)]));
  return traced(`{Items: ${object}}`, by("runbook-values", [...app.at, "env"]));
}
