import type { Artifact } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { monitoredByApps, agentsNamespace, scrapesMachines } from "../../parts/prometheus.ts";
import { folder } from "../kustomization.ts";
import { manifest } from "../manifest.ts";
import { ruled } from "../ruled.ts";
import { nodeExporter } from "./node-exporter.ts";

/** What looks at the machines of the cluster: applied by itself, in a namespace of its own. */
export function agents(environment: Environment): readonly Artifact[] {
  const monitoring = monitoredByApps(environment).find(scrapesMachines);
  if (monitoring === undefined) return [];
  const { at } = monitoring;
  const objects = nodeExporter(environment, monitoring).toSorted((left, right) => (left.path < right.path ? -1 : 1));
  return folder(
    environment,
    { name: "agents", at, rule: "kubernetes-agents", namespace: agentsNamespace(environment) },
    [namespace(environment, at), ...objects],
  );
}

const namespace = (environment: Environment, at: SpecPath): Artifact =>
  manifest(
    "namespace.yaml",
    at,
    ruled("kubernetes-agents", at, {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: {
        name: agentsNamespace(environment),
        labels: { "pod-security.kubernetes.io/enforce": "privileged" },
      },
    }),
  );
