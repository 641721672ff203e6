import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Named } from "../../compiler/environment/located.ts";
import type { NomadVerb } from "../../compiler/environment/operation.ts";
import { by, from } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import { filled, type TemplateDocument, type TemplateValue } from "../../formats/text/template.ts";
import { itemKey, itemsOf } from "../parts/nomad-item.ts";
import { nomadProxies } from "../parts/nomad-proxies.ts";
import { jobFile } from "./folders.ts";
import { jqObject, jqValue } from "./jq.ts";
import { selects } from "./selects.ts";
import { nomadPlanSh, nomadRunSh, nomadStopSh, nomadValidateSh } from "./steps/templates.gen.ts";

/** What Nomad runs: an app, or a proxy before apps. */
export interface Job extends Named {
  readonly app: App | undefined;
}

export const jobsOf = (environment: Environment): readonly Job[] => [
  ...environment.apps.map((app) => ({ name: app.name, at: app.at, app })),
  ...nomadProxies(environment).map(({ name, at }) => ({ name, at, app: undefined })),
];

/** The jobs, and the variable that each reads. */
export const nomadView = (environment: Environment): TemplateValue =>
  selects(environment, "nomad") ? jobsOf(environment).map((job) => jobView(environment, job)) : undefined;

const jobView = (environment: Environment, job: Job): TemplateValue =>
  traced<TemplateValue>(
    {
      name: job.name,
      items: itemsView(environment, job),
      run: nomadCommands(environment, job, "run"),
      plan: nomadCommands(environment, job, "plan"),
    },
    { at: job.at },
  );

export const readsItems = (environment: Environment, { app }: Job): boolean =>
  app !== undefined && itemsOf(environment, app).length > 0;

function itemsView(environment: Environment, { app }: Job): TemplateValue {
  const items = app === undefined ? [] : itemsOf(environment, app);
  if (app === undefined || items.length === 0) return undefined;
  const object = jqObject(items.map((item) => [itemKey(item), jqValue(item)]));
  return traced(`{Items: ${object}}`, by("runbook-values", [...app.at, "env"]));
}

const templates = { validate: nomadValidateSh, plan: nomadPlanSh, run: nomadRunSh, stop: nomadStopSh } as const;

/** What Nomad does with a job. */
export const nomadCommands = (environment: Environment, job: Job, verb: NomadVerb): TemplateDocument =>
  filled(
    templates[verb],
    {
      job: job.name,
      file: jobFile(environment, job),
      items: verb === "run" ? itemsView(environment, job) : undefined,
    },
    [from(job.at)],
  );
