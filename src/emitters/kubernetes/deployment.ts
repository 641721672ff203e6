import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { selectorLabels, workloadMetadata } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { podTemplate } from "./pod-template.ts";
import { ruled } from "./ruled.ts";
import { hasDisk } from "./volumes.ts";
import { scalingOf } from "./workload.ts";

const strategy = { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } as const;

export const deployment = (environment: Environment, app: App): Artifact =>
  manifest(`${app.name}.deployment.yaml`, app.at, {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: workloadMetadata(app),
    spec: {
      replicas: scalingOf(app) ? undefined : app.replicas,
      revisionHistoryLimit: ruled("kubernetes-revision-history", app.at, 5),
      selector: { matchLabels: selectorLabels(app.name) },
      strategy: hasDisk(app)
        ? ruled("kubernetes-disk", app.at, { type: "Recreate" })
        : ruled("kubernetes-rolling-update", app.at, strategy),
      template: podTemplate(environment, app),
    },
  });
