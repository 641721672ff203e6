import { type Emitter, unprinted } from "../../compiler/emitter.ts";
import { withBastion } from "./bastion.ts";
import { checks } from "./checks/index.ts";
import { moduleFiles } from "./module.ts";
import { platformOf } from "./platforms.ts";

/** A root module for the provider of the environment, with the user data of its machines. */
export const terraform: Emitter = {
  target: "terraform",
  title: "Terraform",
  support: {
    ...unprinted,
    provider: "emits",
    "provider.digitalocean": "emits",
    "provider.google": "emits",
    vars: "emits",
    secrets: "emits",
    network: "emits",
    "images.machine": "emits",
    "images.container": "emits",
    instances: "emits",
    "apps.service": "emits",
    "apps.job": "emits",
    "apps.daemon": "emits",
    "apps.routes": "emits",
    ingress: "ignores",
    loadBalancer: "emits",
    firewall: "emits",
    dns: "emits",
    tls: "emits",
    database: "emits",
    "scaling.instances": "emits",
    "scaling.apps": "ignores",
    backup: "emits",
    outputs: "emits",
    access: "emits",
    "layout.component": "emits",
    cluster: "emits",
    storage: "emits",
    state: "emits",
    "network.subnets": "emits",
    "instances.nodePools": "emits",
    "instances.preemptible": "emits",
    "instances.subnet": "emits",
    "dns.endpoints": "emits",
    "database.users": "emits",
    "secrets.length": "emits",
    "provider.zones": "emits",
    "images.existing": "emits",
    "instances.sshKeys": "emits",
    "instances.labels": "emits",
    "loadBalancer.health": "emits",
    "loadBalancer.hostname": "emits",
    "loadBalancer.ingress": "emits",
    "firewall.bastion": "emits",
    "dns.id": "emits",
  },
  checks,
  emit(environment) {
    const platform = platformOf(environment);
    if (platform === undefined) return [];
    const made = withBastion(environment);
    return [...moduleFiles(made, platform), ...platform.templates(made)];
  },
};
