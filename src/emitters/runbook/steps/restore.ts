import type { Backup } from "../../../compiler/environment/backup.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import type { Action } from "../../../compiler/environment/operation.ts";
import { text } from "../../../compiler/environment/text.ts";
import { from } from "../../../compiler/rules.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { filled, type TemplateDocument } from "../../../formats/text/template.ts";
import { tasksOf } from "../elements.ts";
import type { Lowering } from "../step-script.ts";
import { word } from "../word.ts";
import { exportDatabaseSh, restoreDatabaseSh } from "./templates.gen.ts";

type Of<K extends "restore" | "export"> = Action & { readonly kind: K };

/** The last backup of a database that the provider runs, or the one that BACKUP names. */
export const restore: Lowering<Of<"restore">> = ({ environment }, { of }) =>
  tasksOf(of.value, databasePlans(environment), (plan) => ({
    name: `restore_${plan.name}`,
    text: `restore the last backup of ${plan.of.value.name}, or the one that BACKUP names`,
    tools: ["gcloud"],
    commands: filled(restoreDatabaseSh, databaseView(environment, plan), [from(plan.at)]),
  }));

/** A copy that does not need the provider's project any more. */
export const exportPlan: Lowering<Of<"export">> = ({ environment }, { of }) =>
  tasksOf(
    of.value,
    databasePlans(environment).filter(({ to }) => to?.value.section === "storage"),
    (plan) => ({
      name: `export_${plan.name}`,
      text: `write what is in ${plan.of.value.name} into the bucket ${plan.to?.value.name ?? ""}`,
      tools: ["gcloud"],
      commands: filled(exportDatabaseSh, databaseView(environment, plan), [from(plan.at)]),
    }),
  );

/** Plans for databases of Google Cloud, whose command line says what is asked here. */
const databasePlans = ({ backups, databases, provider }: Environment): readonly Backup[] =>
  provider?.kind.value === "google"
    ? backups.filter(
        ({ of }) => of.value.section === "database" && databases.some(({ name }) => name === of.value.name),
      )
    : [];

function databaseView(
  environment: Environment,
  plan: Backup,
): Readonly<Record<string, TemplateDocument | string | undefined>> {
  const { databases, storages, provider } = environment;
  const database = databases.find(({ name }) => name === plan.of.value.name);
  const bucket = storages.find(({ name }) => name === plan.to?.value.name);
  return {
    plan: plan.name,
    project: provider?.project && word(environment, provider.project),
    instance: database && sharedName(environment, database).value,
    database: database?.database.value,
    bucket: bucket && bucketWord(environment, bucket),
  };
}

/** Names of buckets are one world's, so the project's stands before. */
const bucketWord = (environment: Environment, bucket: Environment["storages"][number]): TemplateDocument => {
  const name = sharedName(environment, bucket);
  const project = environment.provider?.project?.parts ?? [];
  return word(environment, text([...project, project.length === 0 ? "" : "-", name.value], name[ORIGINS]));
};
