import { type Artifact, type Emitter, unprinted } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { databaseExports } from "../parts/database-exports.ts";
import { withGrants } from "../parts/grants-job.ts";
import { deployedApps, jobFolderName, onDemandJobs } from "../parts/kubernetes-jobs.ts";
import { operatedDatabases } from "../parts/operated-databases.ts";
import { agents } from "./agents/index.ts";
import { certificateObjects } from "./certificate.ts";
import { checks } from "./checks/index.ts";
import { cronJob } from "./cron-job.ts";
import { daemonSet } from "./daemon-set.ts";
import { deployment } from "./deployment.ts";
import { exportObjects, exportScripts } from "./exports/index.ts";
import { backendConfig } from "./gce/backend-config.ts";
import { managedCertificates } from "./gce/managed-certificate.ts";
import { discoveryRights } from "./discovery-rights.ts";
import { horizontalPodAutoscaler } from "./horizontal-pod-autoscaler.ts";
import { ingresses } from "./ingress.ts";
import { job } from "./job.ts";
import { folder, kustomization } from "./kustomization.ts";
import { namespace } from "./namespace.ts";
import { networkPolicies } from "./network-policy.ts";
import { operatedDatabaseObjects } from "./operated-database.ts";
import { podDisruptionBudget } from "./pod-disruption-budget.ts";
import { service } from "./service.ts";
import { serviceAccount } from "./service-account.ts";
import { claims } from "./volumes.ts";

/** Manifests for a cluster that somebody else runs, applied with `kubectl apply -k`. */
export const kubernetes: Emitter = {
  target: "kubernetes",
  title: "Kubernetes",
  support: {
    ...unprinted,
    "apps.artifact": "rejects",
    provider: "ignores",
    vars: "emits",
    secrets: "emits",
    network: "ignores",
    "images.machine": "ignores",
    "images.container": "emits",
    instances: "ignores",
    "apps.service": "emits",
    "apps.job": "emits",
    "apps.daemon": "emits",
    "apps.routes": "emits",
    ingress: "emits",
    loadBalancer: "emits",
    firewall: "emits",
    dns: "ignores",
    tls: "emits",
    database: "ignores",
    "scaling.instances": "ignores",
    "scaling.apps": "emits",
    outputs: "ignores",
    cluster: "emits",
    registry: "emits",
    logging: "emits",
    "database.selfHosted": "emits",
    "database.users": "emits",
    "secrets.length": "emits",
    monitoring: "emits",
    "apps.metrics": "emits",
    "apps.ports": "emits",
    "apps.volumes": "emits",
    "apps.labels": "emits",
    "apps.process": "emits",
    storage: "emits",
    "apps.routes.internal": "emits",
    backup: "emits",
    "backup.scripts": "emits",
  },
  lacks: (environment) => [
    ...(operatedDatabases(environment).some(({ backup }) => backup !== undefined) ? [] : (["backup"] as const)),
    ...(databaseExports(environment).length === 0 ? (["backup.scripts"] as const) : []),
  ],
  checks,
  emit(given) {
    const environment = withGrants(given);
    const objects = [
      ...deployedApps(environment).flatMap((app) => appObjects(environment, app)),
      ...certificateObjects(environment),
      ...managedCertificates(environment),
      ...ingresses(environment),
      ...networkPolicies(environment),
      ...claims(environment),
      ...exportObjects(environment),
      ...operatedDatabaseObjects(environment),
    ].toSorted(byPath);
    const resources = [namespace(environment), ...objects];
    return [
      kustomization(environment, resources),
      ...resources,
      ...onDemandJobs(environment).flatMap((app) => jobFolder(environment, app)),
      ...agents(environment),
      ...exportScripts(environment),
    ];
  },
};

const byPath = (left: Artifact, right: Artifact): number => (left.path < right.path ? -1 : 1);

/** What an operation runs is applied by itself, so that no deployment runs it. */
const jobFolder = (environment: Environment, app: App): readonly Artifact[] =>
  folder(environment, { name: jobFolderName(app), at: app.at, rule: "kubernetes-on-demand" }, [
    job(environment, app),
    serviceAccount(app),
  ]);

const appObjects = (environment: Environment, app: App): readonly Artifact[] => [
  serviceAccount(app),
  workload(environment, app),
  ...service(environment, app),
  ...backendConfig(environment, app),
  ...horizontalPodAutoscaler(app),
  ...podDisruptionBudget(app),
  ...discoveryRights(environment, app),
];

function workload(environment: Environment, app: App): Artifact {
  switch (app.kind.value) {
    case "service":
      return deployment(environment, app);
    case "daemon":
      return daemonSet(environment, app);
    case "job":
      return app.schedule === undefined ? job(environment, app) : cronJob(environment, app);
  }
}
