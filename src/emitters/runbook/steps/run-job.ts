import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { environmentName } from "../../../compiler/environment/naming.ts";
import type { Action } from "../../../compiler/environment/operation.ts";
import { from } from "../../../compiler/rules.ts";
import { filled, type TemplateDocument } from "../../../formats/text/template.ts";
import { jobFolderName, onDemandJobs } from "../../parts/kubernetes-jobs.ts";
import { tasksOf } from "../elements.ts";
import { selects } from "../selects.ts";
import type { Lowering } from "../step-script.ts";
import { jobFile } from "../folders.ts";
import { credentials, credentialTools } from "./kubectl.ts";
import { runJobSh } from "./templates.gen.ts";

/** A job that is run now: to its end in Kubernetes, which waits, and started in Nomad. */
export const runJob: Lowering<Action & { readonly kind: "runJob" }> = ({ environment }, { of }) => {
  const isKubernetes = selects(environment, "kubernetes");
  if (!isKubernetes && !selects(environment, "nomad")) return [];
  const jobs = environment.apps.filter(({ kind }) => kind.value === "job");
  return tasksOf(of.value, jobs, (job) => ({
    name: `run_job_${job.name}`,
    text: `run the job ${job.name}${isKubernetes ? " to its end" : ""}`,
    tools: isKubernetes ? ["kubectl", ...credentialTools(environment)] : ["nomad"],
    asksTerraform: isKubernetes && credentials(environment) !== undefined,
    commands: commands(environment, job, isKubernetes),
  }));
};

const commands = (environment: Environment, job: App, isKubernetes: boolean): TemplateDocument =>
  filled(
    runJobSh,
    {
      kubernetes: isKubernetes,
      credentials: isKubernetes ? credentials(environment) : undefined,
      namespace: environmentName(environment),
      job: job.name,
      file: jobFile(environment, job),
      folder: onDemandJobs(environment).includes(job) ? jobFolderName(job) : undefined,
      isRecurring: job.schedule !== undefined,
    },
    [from(job.at)],
  );
