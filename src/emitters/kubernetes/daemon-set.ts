import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { selectorLabels, workloadMetadata } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { podTemplate } from "./pod-template.ts";
import { ruled } from "./ruled.ts";

export const daemonSet = (environment: Environment, app: App): Artifact =>
  manifest(`${app.name}.daemon-set.yaml`, app.at, {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: workloadMetadata(app),
    spec: {
      revisionHistoryLimit: ruled("kubernetes-revision-history", app.at, 5),
      selector: { matchLabels: selectorLabels(app.name) },
      template: podTemplate(environment, app),
    },
  });
