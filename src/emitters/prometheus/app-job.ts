import { literal } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { metricsPort, type Scraped } from "../parts/prometheus.ts";

/** Each copy of an app is asked; its series carry the names of the app and of the copy. */
export function appJob({ app, of }: Scraped): readonly YamlNode[] {
  const port = metricsPort(app);
  if (app.metrics === undefined || port === undefined) return [];
  return [
    traced(
      {
        job_name: app.name,
        metrics_path: literal(app.metrics.path),
        kubernetes_sd_configs: [
          {
            role: "pod",
            namespaces: { own_namespace: true },
            selectors: [{ role: "pod", label: `app.kubernetes.io/name=${app.name}` }],
          },
        ],
        relabel_configs: traced(
          [
            {
              source_labels: ["__meta_kubernetes_pod_container_port_number"],
              regex: `${port.value}`,
              action: "keep",
            },
            { source_labels: ["__meta_kubernetes_pod_label_app_kubernetes_io_name"], target_label: "app" },
            { source_labels: ["__meta_kubernetes_pod_name"], target_label: "pod" },
          ],
          by("prometheus-discovery", app.metrics.at),
        ),
      },
      ...of[ORIGINS],
    ),
  ];
}
