import type { Artifact } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { headerOf } from "../../../compiler/header.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import { derive } from "../../../formats/origin.ts";
import { filled } from "../../../formats/text/template.ts";
import type { YamlNode } from "../../../formats/yaml/tree.ts";
import { type DatabaseExport, databaseExports, exportName } from "../../parts/database-exports.ts";
import { kubernetesCron } from "../../parts/kubernetes-cron.ts";
import { containerSecurity } from "../container.ts";
import { selectorLabels } from "../labels.ts";
import { manifest } from "../manifest.ts";
import { resources } from "../resources.ts";
import { ruled } from "../ruled.ts";
import { exportSh } from "./templates.gen.ts";

const IMAGE = "gcr.io/google.com/cloudsdktool/google-cloud-cli:502.0.0-slim";

/** The user of the image that is not root. */
const USER = 1000;

/** The objects of the exports. */
export const exportObjects = (environment: Environment): readonly Artifact[] =>
  databaseExports(environment).flatMap((each) => [serviceAccount(each), cronJob(each)]);

/** What the exports run, which the kustomization makes ConfigMaps of. */
export const exportScripts = (environment: Environment): readonly Artifact[] =>
  databaseExports(environment).map((each) => script(environment, each));

/** How the kustomization makes them. */
export const exportConfigMaps = (environment: Environment): readonly YamlNode[] =>
  databaseExports(environment).map((each) =>
    ruled("kubernetes-export", each.plan.at, { name: exportName(each), files: [`export.sh=${scriptPath(each)}`] }),
  );

const scriptPath = (each: DatabaseExport): string => `${exportName(each)}.sh`;

const script = (environment: Environment, each: DatabaseExport): Artifact => ({
  path: scriptPath(each),
  at: each.plan.at,
  executable: true,
  document: filled(
    exportSh,
    {
      header: headerOf(environment),
      plan: each.plan.name,
      database: each.database.database,
      instance: sharedName(environment, each.database),
      bucket: sharedName(environment, each.bucket),
    },
    [by("kubernetes-export", each.plan.at)],
  ),
});

const metadata = (each: DatabaseExport): YamlNode => ({
  name: exportName(each),
  labels: selectorLabels(exportName(each)),
});

const serviceAccount = (each: DatabaseExport): Artifact =>
  manifest(
    `${exportName(each)}.service-account.yaml`,
    each.plan.at,
    ruled("kubernetes-export", each.plan.at, {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: metadata(each),
      automountServiceAccountToken: false,
    }),
  );

const cronJob = (each: DatabaseExport): Artifact => {
  const { plan } = each;
  return manifest(
    `${exportName(each)}.cron-job.yaml`,
    plan.at,
    ruled("kubernetes-export", plan.at, {
      apiVersion: "batch/v1",
      kind: "CronJob",
      metadata: metadata(each),
      spec: {
        schedule: derive(plan.schedule, kubernetesCron),
        timeZone: "Etc/UTC",
        concurrencyPolicy: "Forbid",
        jobTemplate: { spec: { backoffLimit: 3, template: pod(each) } },
      },
    }),
  );
};

/** Google's metadata server tells the pod who it is, so that there is no key. */
const pod = (each: DatabaseExport): YamlNode => ({
  metadata: { labels: selectorLabels(exportName(each)) },
  spec: {
    serviceAccountName: exportName(each),
    enableServiceLinks: false,
    restartPolicy: "Never",
    securityContext: { runAsNonRoot: true, runAsUser: USER, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: "export",
        image: IMAGE,
        command: ["bash", "/scripts/export.sh"],
        env: [{ name: "CLOUDSDK_CONFIG", value: "/tmp" }],
        resources: resources({ at: each.plan.at, resources: { cpu: undefined, memory: undefined } }),
        securityContext: containerSecurity(each.plan),
        volumeMounts: [
          { name: "tmp", mountPath: "/tmp" },
          { name: "scripts", mountPath: "/scripts", readOnly: true },
        ],
      },
    ],
    volumes: [
      { name: "tmp", emptyDir: {} },
      { name: "scripts", configMap: { name: exportName(each) } },
    ],
  },
});
