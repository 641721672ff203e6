import type { Artifact } from "../../../../compiler/emitter.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import { headerOf } from "../../../../compiler/header.ts";
import type { Logging } from "../../../../compiler/environment/monitoring.ts";
import { environmentName } from "../../../../compiler/environment/naming.ts";
import { by } from "../../../../compiler/rules.ts";
import { derive } from "../../../../formats/origin.ts";
import { filled } from "../../../../formats/text/template.ts";
import type { YamlNode } from "../../../../formats/yaml/tree.ts";
import { containerSecurity } from "../../container.ts";
import { selectorLabels } from "../../labels.ts";
import { manifest } from "../../manifest.ts";
import { resources } from "../../resources.ts";
import { ruled } from "../../ruled.ts";
import { CERTIFICATE, CERTIFICATE_FOLDER, PASSWORD, RETENTION, SERVICE } from "./names.ts";
import { retentionSh } from "./templates.gen.ts";

const IMAGE = "docker.io/curlimages/curl:8.11.1";

/** The user of the image. */
const USER = 100;

const DAY = 86_400_000;

/** What tells the store how long it keeps logs, before the first of them comes or when that changes. */
export const retention = (logging: Logging): readonly Artifact[] => [
  manifest(
    `${RETENTION}.job.yaml`,
    logging.at,
    ruled("kubernetes-logs", logging.at, {
      apiVersion: "batch/v1",
      kind: "Job",
      metadata: { name: RETENTION, labels: selectorLabels(RETENTION) },
      spec: { ttlSecondsAfterFinished: 3600, backoffLimit: 6, template: pod(logging) },
    }),
  ),
];

/** What it is told, and by which command. */
export const retentionFiles = (environment: Environment, logging: Logging): readonly Artifact[] => {
  const name = environmentName(environment);
  const reasons = [by("kubernetes-logs", logging.at)];
  return [
    {
      path: `${RETENTION}.json`,
      at: logging.at,
      document: {
        format: "json",
        root: {
          index_patterns: [derive(name, (value) => `${value}*`)],
          data_stream: {},
          priority: 500,
          template: { lifecycle: { data_retention: derive(logging.keep, (keep) => `${Math.ceil(keep / DAY)}d`) } },
        },
      },
    },
    {
      path: `${RETENTION}.sh`,
      at: logging.at,
      executable: true,
      document: filled(
        retentionSh,
        { header: headerOf(environment), folder: CERTIFICATE_FOLDER, name: RETENTION, service: SERVICE, index: name },
        reasons,
      ),
    },
  ];
};

const pod = (logging: Logging): YamlNode => ({
  metadata: { labels: selectorLabels(RETENTION) },
  spec: {
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    restartPolicy: "OnFailure",
    securityContext: { runAsNonRoot: true, runAsUser: USER, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: RETENTION,
        image: IMAGE,
        command: ["sh", `/retention/${RETENTION}.sh`],
        env: [{ name: "ELASTIC_PASSWORD", valueFrom: { secretKeyRef: { name: PASSWORD.secret, key: PASSWORD.key } } }],
        resources: resources({ at: logging.at, resources: { cpu: undefined, memory: undefined } }),
        securityContext: containerSecurity(logging),
        volumeMounts: [
          { name: "retention", mountPath: "/retention", readOnly: true },
          { name: "certificate", mountPath: CERTIFICATE_FOLDER, readOnly: true },
        ],
      },
    ],
    volumes: [
      { name: "retention", configMap: { name: RETENTION } },
      { name: "certificate", secret: { secretName: CERTIFICATE, items: [{ key: "ca.crt", path: "ca.crt" }] } },
    ],
  },
});
