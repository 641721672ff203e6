import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { measuredBy, prometheusConfigMap } from "../parts/prometheus.ts";
import { ruled } from "./ruled.ts";

const CONFIGURATION = "configuration";
const SERIES = "series";

/** The user of Prometheus' own image, which has it by name alone. */
const NOBODY = 65534;

/** What Prometheus is called with when nobody says; series that a store keeps need a day here. */
export function prometheusArguments(environment: Environment, app: App): YamlNode {
  const monitoring = measuredBy(environment, app);
  if (monitoring === undefined) return undefined;
  return ruled("kubernetes-prometheus", monitoring.at, [
    "--config.file=/etc/prometheus/prometheus.yml",
    "--storage.tsdb.path=/prometheus",
    `--storage.tsdb.retention.time=${monitoring.remoteWrite ? "1d" : "15d"}`,
  ]);
}

export const prometheusMounts = (environment: Environment, app: App): readonly YamlNode[] =>
  parts(environment, app, ({ at }) => [
    ruled("kubernetes-prometheus", at, { name: CONFIGURATION, mountPath: "/etc/prometheus", readOnly: true }),
    ...(keepsSeries(app) ? [] : [ruled("kubernetes-prometheus", at, { name: SERIES, mountPath: "/prometheus" })]),
  ]);

export const prometheusVolumes = (environment: Environment, app: App): readonly YamlNode[] =>
  parts(environment, app, (monitoring) => [
    ruled("kubernetes-prometheus", monitoring.at, {
      name: CONFIGURATION,
      configMap: { name: prometheusConfigMap(monitoring) },
    }),
    ...(keepsSeries(app) ? [] : [ruled("kubernetes-prometheus", monitoring.at, { name: SERIES, emptyDir: {} })]),
  ]);

/** Who Prometheus is when its app does not say. */
export const prometheusUser = (environment: Environment, app: App): number | undefined =>
  measuredBy(environment, app) === undefined ? undefined : NOBODY;

/** Whether a volume of the app is where the series are. */
const keepsSeries = ({ volumes }: App): boolean => volumes.some(({ path }) => path.parts.join("") === "/prometheus");

function parts(
  environment: Environment,
  app: App,
  of: (monitoring: NonNullable<ReturnType<typeof measuredBy>>) => readonly YamlNode[],
): readonly YamlNode[] {
  const monitoring = measuredBy(environment, app);
  return monitoring === undefined ? [] : of(monitoring);
}
