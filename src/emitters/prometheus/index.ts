import { type Artifact, type Emitter, following } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Monitoring } from "../../compiler/environment/monitoring.ts";
import { traced } from "../../formats/origin.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";
import { monitoredByApps, prometheusFolder } from "../parts/prometheus.ts";
import { checks } from "./checks/index.ts";
import { configMap } from "./config-map.ts";
import { configuration } from "./configuration.ts";
import { ruleGroups } from "./rules.ts";

/** What Prometheus reads: whom it asks for measurements, and what it makes of them. */
export const prometheus: Emitter = {
  target: "prometheus",
  title: "Prometheus",
  support: following,
  accompanies: (environment) => monitoredByApps(environment).length > 0,
  checks,
  emit: (environment) => monitoredByApps(environment).flatMap((monitoring) => filesOf(environment, monitoring)),
};

function filesOf(environment: Environment, monitoring: Monitoring): readonly Artifact[] {
  const { at, rules } = monitoring;
  const file = (name: string, root: YamlNode): Artifact => ({
    path: `${prometheusFolder(environment, monitoring)}${name}`,
    at,
    document: yaml(traced(root, { at })),
  });
  return [
    file("kustomization.yaml", configMap(monitoring)),
    file("prometheus.yml", configuration(environment, monitoring)),
    ...(rules.length > 0 ? [file("rules.yml", ruleGroups(environment, monitoring))] : []),
  ];
}
