import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import { appMetadata } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";
import { scalingOf } from "./workload.ts";

export function horizontalPodAutoscaler(app: App): readonly Artifact[] {
  const scaling = scalingOf(app);
  if (scaling === undefined) return [];
  const target = { apiVersion: "apps/v1", kind: "Deployment", name: app.name };
  return [
    manifest(`${app.name}.horizontal-pod-autoscaler.yaml`, scaling.at, {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata: appMetadata(app),
      spec: {
        scaleTargetRef: ruled("kubernetes-autoscaler", scaling.at, target),
        minReplicas: scaling.min,
        maxReplicas: scaling.max,
        metrics: [
          {
            type: "Resource",
            resource: { name: "cpu", target: { type: "Utilization", averageUtilization: scaling.cpu } },
          },
        ],
      },
    }),
  ];
}
