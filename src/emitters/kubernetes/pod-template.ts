import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { container, TEMPORARY_FILES } from "./container.ts";
import { selectorLabels } from "./labels.ts";
import { ruled } from "./ruled.ts";
import { hasCopies } from "./workload.ts";

/** What copies are spread over. */
const places = ["topology.kubernetes.io/zone", "kubernetes.io/hostname"] as const;

/** The pod that runs an app; `restartPolicy` is the job's word on failures, everything else is always restarted. */
export const podTemplate = (environment: Environment, app: App, restartPolicy?: YamlNode): YamlNode => ({
  metadata: { labels: selectorLabels(app.name) },
  spec: {
    serviceAccountName: ruled("kubernetes-service-account", app.at, app.name),
    enableServiceLinks: ruled("kubernetes-no-service-links", app.at, false),
    restartPolicy,
    securityContext: ruled("kubernetes-pod-security", app.at, {
      runAsNonRoot: true,
      seccompProfile: { type: "RuntimeDefault" },
    }),
    topologySpreadConstraints: hasCopies(app) ? places.map((place) => spread(app, place)) : undefined,
    containers: [container(environment, app)],
    volumes: [ruled("kubernetes-temporary-files", app.at, { name: TEMPORARY_FILES, emptyDir: {} })],
  },
});

const spread = (app: App, topologyKey: string): YamlNode =>
  ruled("kubernetes-spread", app.at, {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: selectorLabels(app.name) },
  });
