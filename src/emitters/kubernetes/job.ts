import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { workloadMetadata } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { podTemplate } from "./pod-template.ts";
import { ruled } from "./ruled.ts";

const HOUR = 3600;

export const job = (environment: Environment, app: App): Artifact =>
  manifest(`${app.name}.job.yaml`, app.at, {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: workloadMetadata(app),
    spec: { ttlSecondsAfterFinished: ruled("kubernetes-job-cleanup", app.at, HOUR), ...jobSpec(environment, app) },
  });

/** What a job is, whether it runs once or by schedule; several `replicas` all have to succeed. */
export function jobSpec(environment: Environment, app: App): Readonly<Record<string, YamlNode>> {
  const copies = app.replicas.value > 1 ? app.replicas : undefined;
  return {
    completions: copies,
    parallelism: copies,
    backoffLimit: ruled("kubernetes-job-retry", app.at, 3),
    template: podTemplate(environment, app, ruled("kubernetes-job-retry", app.at, "Never")),
  };
}
