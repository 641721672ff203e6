import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { literal } from "../../compiler/environment/text.ts";
import { traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { measuredBy } from "../parts/prometheus.ts";
import { container, TEMPORARY_FILES } from "./container.ts";
import { exporter } from "./exporter.ts";
import { imagePullSecrets } from "./image-pull-secrets.ts";
import { selectorLabels } from "./labels.ts";
import { podSecurity } from "./pod-security.ts";
import { prometheusVolumes } from "./prometheus.ts";
import { ruled } from "./ruled.ts";
import { podVolumes } from "./volumes.ts";
import { hasCopies } from "./workload.ts";

/** What copies are spread over. */
const places = ["topology.kubernetes.io/zone", "kubernetes.io/hostname"] as const;

/** The pod that runs an app; `restartPolicy` is the job's word on failures, everything else is always restarted. */
export const podTemplate = (environment: Environment, app: App, restartPolicy?: YamlNode): YamlNode => ({
  metadata: { labels: selectorLabels(app.name) },
  spec: {
    serviceAccountName: ruled("kubernetes-service-account", app.at, app.name),
    automountServiceAccountToken:
      measuredBy(environment, app) === undefined ? undefined : ruled("kubernetes-discovery", app.at, true),
    enableServiceLinks: ruled("kubernetes-no-service-links", app.at, false),
    restartPolicy,
    imagePullSecrets: imagePullSecrets(app),
    securityContext: podSecurity(environment, app),
    nodeSelector: nodeSelector(app),
    topologySpreadConstraints: hasCopies(app) ? places.map((place) => spread(app, place)) : undefined,
    containers: [container(environment, app), ...exporter(app)],
    volumes: [
      ruled("kubernetes-temporary-files", app.at, { name: TEMPORARY_FILES, emptyDir: {} }),
      ...prometheusVolumes(environment, app),
      ...podVolumes(app),
    ],
  },
});

const spread = (app: App, topologyKey: string): YamlNode =>
  ruled("kubernetes-spread", app.at, {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: selectorLabels(app.name) },
  });

/** The machines of a pool have the labels of their group. */
const nodeSelector = ({ labels }: App): YamlNode =>
  labels.length === 0
    ? undefined
    : Object.fromEntries(labels.map(({ name, at, value }) => [name, traced(literal(value), { at })]));
