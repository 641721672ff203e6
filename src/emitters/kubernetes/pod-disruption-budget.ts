import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import { appMetadata, selectorLabels } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";
import { hasCopies } from "./workload.ts";

/** One copy alone has none: it would keep its node from ever being drained. */
export const podDisruptionBudget = (app: App): readonly Artifact[] =>
  hasCopies(app)
    ? [
        manifest(
          `${app.name}.pod-disruption-budget.yaml`,
          app.at,
          ruled("kubernetes-disruption-budget", app.at, {
            apiVersion: "policy/v1",
            kind: "PodDisruptionBudget",
            metadata: appMetadata(app),
            spec: {
              maxUnavailable: 1,
              unhealthyPodEvictionPolicy: "AlwaysAllow",
              selector: { matchLabels: selectorLabels(app.name) },
            },
          }),
        ),
      ]
    : [];
