import type { Artifact } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Monitoring } from "../../../compiler/environment/monitoring.ts";
import { environmentName } from "../../../compiler/environment/naming.ts";
import type { YamlNode } from "../../../formats/yaml/tree.ts";
import { NODE_EXPORTER } from "../../parts/prometheus.ts";
import { containerSecurity } from "../container.ts";
import { granted, pods } from "../discovery-rights.ts";
import { nameLabel, selectorLabels } from "../labels.ts";
import { manifest } from "../manifest.ts";
import { ruled } from "../ruled.ts";

const IMAGE = "quay.io/prometheus/node-exporter:v1.8.2";
const PORT = 9100;
const NOBODY = 65534;

const metadata: YamlNode = { name: NODE_EXPORTER, labels: selectorLabels(NODE_EXPORTER) };

/** The agent that tells Prometheus about a machine, and who may ask it. */
export function nodeExporter(environment: Environment, monitoring: Monitoring): readonly Artifact[] {
  const { at } = monitoring;
  const object = (file: string, root: YamlNode): Artifact =>
    manifest(`${NODE_EXPORTER}.${file}.yaml`, at, ruled("kubernetes-node-exporter", at, root));
  const measuring = environment.apps.find(({ name }) => name === monitoring.app?.value);
  return [
    object("service-account", {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata,
      automountServiceAccountToken: false,
    }),
    object("daemon-set", daemonSet(monitoring)),
    ...(measuring === undefined
      ? []
      : [
          object("network-policy", policy(environment, measuring.name)),
          ...granted(environment, measuring, at, { kind: "Role", name: measuring.name, rules: [pods] }),
        ]),
  ];
}

const daemonSet = (monitoring: Monitoring): YamlNode => ({
  apiVersion: "apps/v1",
  kind: "DaemonSet",
  metadata,
  spec: {
    selector: { matchLabels: selectorLabels(NODE_EXPORTER) },
    template: {
      metadata: { labels: selectorLabels(NODE_EXPORTER) },
      spec: {
        serviceAccountName: NODE_EXPORTER,
        enableServiceLinks: false,
        securityContext: { runAsNonRoot: true, runAsUser: NOBODY, seccompProfile: { type: "RuntimeDefault" } },
        tolerations: [{ operator: "Exists" }],
        containers: [
          {
            name: NODE_EXPORTER,
            image: IMAGE,
            args: ["--path.procfs=/host/proc", "--path.sysfs=/host/sys", "--path.rootfs=/host/root"],
            ports: [{ name: "metrics", containerPort: PORT }],
            resources: { requests: { cpu: "50m", memory: "32Mi" }, limits: { memory: "64Mi" } },
            securityContext: containerSecurity(monitoring),
            volumeMounts: folders.map(({ name, mountPath }) => ({ name, mountPath, readOnly: true })),
          },
        ],
        volumes: folders.map(({ name, path }) => ({ name, hostPath: { path } })),
      },
    },
  },
});

const folders = [
  { name: "proc", path: "/proc", mountPath: "/host/proc" },
  { name: "sys", path: "/sys", mountPath: "/host/sys" },
  { name: "root", path: "/", mountPath: "/host/root" },
] as const;

const policy = (environment: Environment, measuring: string): YamlNode => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata,
  spec: {
    podSelector: { matchLabels: selectorLabels(NODE_EXPORTER) },
    policyTypes: ["Ingress"],
    ingress: [
      {
        from: [
          {
            namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": environmentName(environment) } },
            podSelector: { matchLabels: { [nameLabel]: measuring } },
          },
        ],
        ports: [{ port: "metrics" }],
      },
    ],
  },
});
