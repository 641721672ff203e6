import type { Monitoring } from "../../compiler/environment/monitoring.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { prometheusConfigMap } from "../parts/prometheus.ts";

/** The manifests take this folder in as a part; a change of a file changes the name of the ConfigMap. */
export const configMap = (monitoring: Monitoring): YamlNode =>
  traced(
    {
      apiVersion: "kustomize.config.k8s.io/v1beta1",
      kind: "Kustomization",
      configMapGenerator: [
        {
          name: prometheusConfigMap(monitoring),
          files: ["prometheus.yml", ...(monitoring.rules.length > 0 ? ["rules.yml"] : [])],
        },
      ],
    },
    by("prometheus-configuration", monitoring.at),
  );
