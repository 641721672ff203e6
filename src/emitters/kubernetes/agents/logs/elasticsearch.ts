import type { Artifact } from "../../../../compiler/emitter.ts";
import type { Logging } from "../../../../compiler/environment/monitoring.ts";
import type { YamlNode } from "../../../../formats/yaml/tree.ts";
import { nameLabel } from "../../labels.ts";
import { manifest } from "../../manifest.ts";
import { ruled } from "../../ruled.ts";
import { FLUENT_BIT, LOGS, RETENTION } from "./names.ts";

const VERSION = "8.17.0";

/** The operator brings certificates, passwords and the settings of the system with it. */
export const elasticsearch = ({ at }: Logging): readonly Artifact[] => [
  manifest(`${LOGS}.elasticsearch.yaml`, at, ruled("kubernetes-logs", at, store)),
  manifest(`${LOGS}.kibana.yaml`, at, ruled("kubernetes-logs", at, kibana)),
  manifest(`${LOGS}.network-policy.yaml`, at, ruled("kubernetes-logs", at, policy)),
];

/** Without `mmap` the machines need no other setting of their kernel. */
const store: YamlNode = {
  apiVersion: "elasticsearch.k8s.elastic.co/v1",
  kind: "Elasticsearch",
  metadata: { name: LOGS },
  spec: {
    version: VERSION,
    nodeSets: [
      {
        name: "default",
        count: 1,
        config: { "node.store.allow_mmap": false },
        volumeClaimTemplates: [
          {
            metadata: { name: "elasticsearch-data" },
            spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "30Gi" } } },
          },
        ],
      },
    ],
  },
};

const kibana: YamlNode = {
  apiVersion: "kibana.k8s.elastic.co/v1",
  kind: "Kibana",
  metadata: { name: LOGS },
  spec: { version: VERSION, count: 1, elasticsearchRef: { name: LOGS } },
};

const own = { matchLabels: { "elasticsearch.k8s.elastic.co/cluster-name": LOGS } };

const policy: YamlNode = {
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name: LOGS },
  spec: {
    podSelector: own,
    policyTypes: ["Ingress"],
    ingress: [
      {
        from: [
          { podSelector: { matchExpressions: [{ key: nameLabel, operator: "In", values: [FLUENT_BIT, RETENTION] }] } },
          { podSelector: { matchLabels: { "kibana.k8s.elastic.co/name": LOGS } } },
          { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "elastic-system" } } },
          { podSelector: own },
        ],
        ports: [{ port: 9200 }],
      },
      { from: [{ podSelector: own }], ports: [{ port: 9300 }] },
    ],
  },
};
