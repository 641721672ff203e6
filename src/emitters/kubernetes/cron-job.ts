import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { derive } from "../../formats/origin.ts";
import { kubernetesCron } from "../parts/kubernetes-cron.ts";
import { jobSpec } from "./job.ts";
import { workloadMetadata } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";

export function cronJob(environment: Environment, app: App): Artifact {
  const scheduled = <T>(value: T) => ruled("kubernetes-schedule", [...app.at, "schedule"], value);
  return manifest(`${app.name}.cron-job.yaml`, app.at, {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: workloadMetadata(app),
    spec: {
      schedule: app.schedule && derive(app.schedule, kubernetesCron),
      timeZone: scheduled("Etc/UTC"),
      concurrencyPolicy: scheduled("Forbid"),
      startingDeadlineSeconds: scheduled(300),
      successfulJobsHistoryLimit: scheduled(3),
      failedJobsHistoryLimit: scheduled(3),
      jobTemplate: { spec: jobSpec(environment, app) },
    },
  });
}
