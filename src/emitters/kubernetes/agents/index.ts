import type { Artifact } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { keptLogs } from "../../parts/cluster-agents.ts";
import { agentsNamespace, monitoredByApps, scrapesMachines } from "../../parts/prometheus.ts";
import { folder } from "../kustomization.ts";
import { manifest } from "../manifest.ts";
import { ruled } from "../ruled.ts";
import { logConfigMaps, logFiles, logObjects } from "./logs/index.ts";
import { nodeExporter } from "./node-exporter.ts";

const FOLDER = "agents";

/** What looks at the machines of the cluster: applied by itself, in a namespace of its own. */
export function agents(environment: Environment): readonly Artifact[] {
  const monitoring = monitoredByApps(environment).find(scrapesMachines);
  const [logging] = keptLogs(environment);
  const at = (monitoring ?? logging)?.at;
  if (at === undefined) return [];
  const objects = [
    ...(monitoring ? nodeExporter(environment, monitoring) : []),
    ...(logging ? logObjects(environment, logging) : []),
  ].toSorted((left, right) => (left.path < right.path ? -1 : 1));
  const files = logging ? logFiles(environment, logging) : [];
  return [
    ...folder(
      environment,
      {
        name: FOLDER,
        at,
        rule: "kubernetes-agents",
        namespace: agentsNamespace(environment),
        configMaps: logging ? logConfigMaps(logging) : [],
      },
      [namespace(environment, at), ...objects],
    ),
    ...files.map((file) => ({ ...file, path: `${FOLDER}/${file.path}` })),
  ];
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
