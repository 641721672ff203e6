import { type Emitter, unprinted } from "../../compiler/emitter.ts";
import { withGrants } from "../parts/grants-job.ts";
import { withBastion } from "./bastion.ts";
import { checks } from "./checks/index.ts";
import { handedIn } from "./handed-in.ts";
import { moduleFiles } from "./module.ts";
import { inModule } from "./modules/in-module.ts";
import { platformOf } from "./platforms.ts";

/** A root module for the provider of the environment, with the user data of its machines. */
export const terraform: Emitter = {
  target: "terraform",
  title: "Terraform",
  support: {
    ...unprinted,
    provider: "emits",
    "provider.credentials": "emits",
    "provider.digitalocean": "emits",
    "provider.google": "emits",
    vars: "emits",
    secrets: "emits",
    network: "emits",
    "images.machine": "emits",
    "images.container": "emits",
    "images.existing": "emits",
    instances: "emits",
    "apps.service": "emits",
    "apps.job": "emits",
    "apps.daemon": "emits",
    "apps.routes": "emits",
    "apps.artifact": "emits",
    "apps.process": "emits",
    "apps.envFile": "emits",
    ingress: "ignores",
    loadBalancer: "emits",
    "loadBalancer.auto": "emits",
    "loadBalancer.health": "emits",
    "loadBalancer.hostname": "emits",
    firewall: "emits",
    dns: "emits",
    tls: "emits",
    database: "emits",
    "database.nodes": "emits",
    "database.selfHosted": "emits",
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
    "instances.sshKeys": "emits",
    "instances.labels": "emits",
    "loadBalancer.ingress": "emits",
    "firewall.bastion": "emits",
    "dns.id": "emits",
    "backup.elsewhere": "emits",
    modules: "emits",
  },
  lacks: (environment) => platformOf(environment)?.lacks ?? [],
  checks,
  emit(environment) {
    const platform = platformOf(environment);
    if (platform === undefined) return [];
    const made = withBastion(withGrants(environment));
    return [
      ...moduleFiles(made, platform),
      ...platform.templates(made).map((file) => inModule(made, file)),
      ...(platform.modules?.(made) ?? []),
      ...handedIn(made),
    ];
  },
};
