import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { backendAnnotations } from "./gce/backend-config.ts";
import { appMetadata, selectorLabels } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { servicePorts } from "./ports.ts";
import { ruled } from "./ruled.ts";
import { isCalled } from "./workload.ts";

export const service = (environment: Environment, app: App): readonly Artifact[] =>
  isCalled(app)
    ? [
        manifest(`${app.name}.service.yaml`, app.at, {
          apiVersion: "v1",
          kind: "Service",
          metadata: appMetadata(app, backendAnnotations(environment, app)),
          spec: {
            type: ruled("kubernetes-service", app.at, "ClusterIP"),
            selector: selectorLabels(app.name),
            ports: servicePorts(app),
          },
        }),
      ]
    : [];
