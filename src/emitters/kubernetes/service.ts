import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import { appMetadata, selectorLabels } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";
import { isCalled, portName } from "./workload.ts";

export const service = (app: App): readonly Artifact[] =>
  isCalled(app)
    ? [
        manifest(`${app.name}.service.yaml`, app.at, {
          apiVersion: "v1",
          kind: "Service",
          metadata: appMetadata(app),
          spec: {
            type: ruled("kubernetes-service", app.at, "ClusterIP"),
            selector: selectorLabels(app.name),
            ports: [ruled("kubernetes-named-port", app.at, { name: portName, port: app.port, targetPort: portName })],
          },
        }),
      ]
    : [];
