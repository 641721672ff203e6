import type { Environment } from "../../compiler/environment/environment.ts";
import type { Monitoring } from "../../compiler/environment/monitoring.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { agentsNamespace, NODE_EXPORTER } from "../parts/prometheus.ts";

const ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

/** The machines of a cluster: their own load by an agent, that of the containers on them by the kubelet. */
export function machineJobs(environment: Environment, monitoring: Monitoring): readonly YamlNode[] {
  const origins = monitoring.scrape.filter(({ value }) => value.section === "instances").flatMap((of) => of[ORIGINS]);
  const reasons = [...origins, by("prometheus-machines", monitoring.at)];
  return [traced(containers, ...reasons), traced(machines(environment), ...reasons)];
}

/** Kubelets sign their certificates themselves; the token goes to whom the API server names. */
const containers: YamlNode = {
  job_name: "containers",
  scheme: "https",
  metrics_path: "/metrics/cadvisor",
  authorization: { credentials_file: `${ACCOUNT}/token` },
  tls_config: { ca_file: `${ACCOUNT}/ca.crt`, insecure_skip_verify: true },
  kubernetes_sd_configs: [{ role: "node" }],
};

const machines = (environment: Environment): YamlNode => ({
  job_name: "machines",
  kubernetes_sd_configs: [
    {
      role: "pod",
      namespaces: { names: [agentsNamespace(environment)] },
      selectors: [{ role: "pod", label: `app.kubernetes.io/name=${NODE_EXPORTER}` }],
    },
  ],
  relabel_configs: [{ source_labels: ["__meta_kubernetes_pod_node_name"], target_label: "node" }],
});
