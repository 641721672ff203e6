import type { Artifact } from "../../../../compiler/emitter.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { Logging } from "../../../../compiler/environment/monitoring.ts";
import { environmentName } from "../../../../compiler/environment/naming.ts";
import type { YamlNode } from "../../../../formats/yaml/tree.ts";
import { agentsNamespace } from "../../../parts/prometheus.ts";
import { selectorLabels } from "../../labels.ts";
import { manifest } from "../../manifest.ts";
import { ruled } from "../../ruled.ts";
import { CERTIFICATE, CERTIFICATE_FOLDER, FLUENT_BIT, PASSWORD } from "./names.ts";

const IMAGE = "cr.fluentbit.io/fluent/fluent-bit:3.2.4";

const metadata: YamlNode = { name: FLUENT_BIT, labels: selectorLabels(FLUENT_BIT) };

/** The agent that reads logs, and its rights: to see whose each is. */
export function collector(environment: Environment, { at }: Logging): readonly Artifact[] {
  const name = `${environmentName(environment).value}-${FLUENT_BIT}`;
  const wide: YamlNode = { name, labels: selectorLabels(FLUENT_BIT) };
  const object = (file: string, root: YamlNode): Artifact =>
    manifest(`${FLUENT_BIT}.${file}.yaml`, at, ruled("kubernetes-logs", at, root));
  return [
    object("service-account", { apiVersion: "v1", kind: "ServiceAccount", metadata }),
    object("cluster-role", {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRole",
      metadata: wide,
      rules: [{ apiGroups: [""], resources: ["namespaces", "pods"], verbs: ["get", "list", "watch"] }],
    }),
    object("cluster-role-binding", {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: wide,
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name },
      subjects: [{ kind: "ServiceAccount", name: FLUENT_BIT, namespace: agentsNamespace(environment) }],
    }),
    object("daemon-set", daemonSet),
  ];
}

/** The files of the kubelet are root's, so that the agent is root, with no other right of root's. */
const daemonSet: YamlNode = {
  apiVersion: "apps/v1",
  kind: "DaemonSet",
  metadata,
  spec: {
    selector: { matchLabels: selectorLabels(FLUENT_BIT) },
    template: {
      metadata: { labels: selectorLabels(FLUENT_BIT) },
      spec: {
        serviceAccountName: FLUENT_BIT,
        enableServiceLinks: false,
        securityContext: { seccompProfile: { type: "RuntimeDefault" } },
        tolerations: [{ operator: "Exists" }],
        containers: [
          {
            name: FLUENT_BIT,
            image: IMAGE,
            args: ["--config", `/etc/fluent-bit/${FLUENT_BIT}.yaml`],
            env: [
              {
                name: "ELASTIC_PASSWORD",
                valueFrom: { secretKeyRef: { name: PASSWORD.secret, key: PASSWORD.key } },
              },
            ],
            resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "128Mi" } },
            securityContext: {
              allowPrivilegeEscalation: false,
              capabilities: { drop: ["ALL"], add: ["DAC_READ_SEARCH"] },
              readOnlyRootFilesystem: true,
              runAsUser: 0,
            },
            volumeMounts: [
              { name: "configuration", mountPath: "/etc/fluent-bit", readOnly: true },
              { name: "certificate", mountPath: CERTIFICATE_FOLDER, readOnly: true },
              { name: "logs", mountPath: "/var/log", readOnly: true },
              { name: "positions", mountPath: "/var/lib/fluent-bit" },
            ],
          },
        ],
        volumes: [
          { name: "configuration", configMap: { name: FLUENT_BIT } },
          { name: "certificate", secret: { secretName: CERTIFICATE, items: [{ key: "ca.crt", path: "ca.crt" }] } },
          { name: "logs", hostPath: { path: "/var/log" } },
          { name: "positions", hostPath: { path: "/var/lib/fluent-bit", type: "DirectoryOrCreate" } },
        ],
      },
    },
  },
};
