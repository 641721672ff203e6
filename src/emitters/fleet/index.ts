import { type Emitter, unprinted } from "../../compiler/emitter.ts";
import { checks } from "./checks/index.ts";
import { unitArtifacts } from "../parts/fleet/unit-artifacts.ts";

/** Units for fleet 1.0, with sidekicks that register in etcd 2 for Traefik 1.7. */
export const fleet: Emitter = {
  target: "fleet",
  title: "fleet",
  support: {
    ...unprinted,
    "database.selfHosted": "rejects",
    provider: "ignores",
    cluster: "emits",
    registry: "emits",
    "ingress.traefik": "emits",
    "instances.mounts": "emits",
    discovery: "emits",
    "apps.publish": "emits",
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
    "scaling.apps": "ignores",
    backup: "ignores",
    outputs: "ignores",
  },
  checks,
  emit: unitArtifacts,
};
