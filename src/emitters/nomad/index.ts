import { type Emitter, unprinted } from "../../compiler/emitter.ts";
import { lateBound } from "./checks/late-bound.ts";
import { checkLimits, resourceLimits } from "./checks/limits.ts";
import { inputNames, itemNames } from "./checks/names.ts";
import { proxiesAreServed, routesAreRules } from "./checks/proxies.ts";
import { runtimeWords } from "./checks/runtime-words.ts";
import { selfReferences } from "./checks/self-references.ts";
import { startOrder } from "./checks/start-order.ts";
import { portsAreSingle, volumesAreFolders } from "./checks/workload.ts";
import { jobFile } from "./job.ts";
import { proxyJobs } from "./traefik/job.ts";

/** Job files for Nomad 1.7 and up, one for each app and proxy. */
export const nomad: Emitter = {
  target: "nomad",
  title: "Nomad",
  support: {
    ...unprinted,
    "database.selfHosted": "rejects",
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
    ingress: "ignores",
    loadBalancer: "ignores",
    firewall: "ignores",
    dns: "ignores",
    tls: "ignores",
    database: "ignores",
    "scaling.instances": "ignores",
    "scaling.apps": "emits",
    backup: "ignores",
    outputs: "ignores",
    cluster: "emits",
    registry: "emits",
    switches: "emits",
    storage: "emits",
    "ingress.traefik": "emits",
    "apps.volumes": "emits",
    "apps.ports": "emits",
    "apps.publish": "emits",
    "apps.process": "emits",
    discovery: "emits",
    "apps.labels": "emits",
  },
  checks: [
    lateBound,
    runtimeWords,
    selfReferences,
    checkLimits,
    resourceLimits,
    itemNames,
    inputNames,
    startOrder,
    portsAreSingle,
    proxiesAreServed,
    routesAreRules,
    volumesAreFolders,
  ],
  emit: (environment) => [
    ...environment.apps.map((app) => ({
      path: `${app.name}.nomad.hcl`,
      at: app.at,
      document: jobFile(environment, app),
    })),
    ...proxyJobs(environment),
  ],
};
