import type { Document } from "../formats/document.ts";
import type { SpecPath } from "../formats/origin.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Capability } from "./environment/capability.ts";
import type { Environment } from "./environment/environment.ts";

/** One file of a target: its path below the target's folder, and why it is there. */
export interface Artifact {
  readonly path: string;
  readonly at: SpecPath;
  readonly document: Document;
  readonly executable?: true;
}

/** What a target does with a part of the language: prints it, leaves it to others, or cannot be right without it. */
export type Support = "emits" | "ignores" | "rejects";

/** Parts of the language that no target prints yet; a target that takes one up says so after them. */
export const unprinted = {
  access: "ignores",
  registry: "ignores",
  cluster: "ignores",
  discovery: "ignores",
  storage: "ignores",
  state: "ignores",
  monitoring: "ignores",
  logging: "ignores",
  ci: "ignores",
  operations: "ignores",
  "layout.component": "ignores",
  switches: "ignores",
  renames: "ignores",
  "provider.google": "ignores",
  "provider.digitalocean": "ignores",
  "provider.vagrant": "ignores",
  "provider.credentials": "ignores",
  "provider.zones": "ignores",
  "network.lan": "ignores",
  "network.subnets": "ignores",
  "network.dhcp": "ignores",
  "images.existing": "ignores",
  "images.installs": "ignores",
  "images.builder": "ignores",
  "images.archive": "ignores",
  "images.packages": "ignores",
  "instances.physical": "ignores",
  "instances.nodePools": "ignores",
  "instances.host": "ignores",
  "instances.address": "ignores",
  "instances.sshKeys": "ignores",
  "instances.packages": "ignores",
  "instances.labels": "ignores",
  "instances.preemptible": "ignores",
  "instances.subnet": "ignores",
  "instances.mounts": "ignores",
  "apps.artifact": "ignores",
  "apps.ports": "ignores",
  "apps.publish": "ignores",
  "apps.volumes": "ignores",
  "apps.metrics": "ignores",
  "apps.labels": "ignores",
  "apps.hostname": "ignores",
  "apps.process": "ignores",
  "apps.envFile": "ignores",
  "apps.routes.internal": "ignores",
  "ingress.traefik": "ignores",
  "ingress.nginx": "ignores",
  "ingress.hostname": "ignores",
  modules: "ignores",
  "loadBalancer.auto": "ignores",
  "loadBalancer.health": "ignores",
  "loadBalancer.hostname": "ignores",
  "loadBalancer.ingress": "ignores",
  "firewall.bastion": "ignores",
  "dns.bind": "ignores",
  "dns.endpoints": "ignores",
  "dns.id": "ignores",
  "tls.file": "ignores",
  "database.selfHosted": "ignores",
  "database.cache": "ignores",
  "database.nodes": "ignores",
  "database.users": "ignores",
  "backup.files": "ignores",
  "backup.elsewhere": "ignores",
  "backup.scripts": "ignores",
  "secrets.length": "ignores",
} as const satisfies Partial<Record<Capability, Support>>;

/** A companion decides about nothing: it follows what the targets write. */
export const following = {
  ...unprinted,
  provider: "ignores",
  vars: "ignores",
  secrets: "ignores",
  network: "ignores",
  "images.machine": "ignores",
  "images.container": "ignores",
  instances: "ignores",
  "apps.service": "ignores",
  "apps.job": "ignores",
  "apps.daemon": "ignores",
  "apps.routes": "ignores",
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
} as const satisfies Record<Capability, Support>;

/** Reports at the place in the spec what this rule finds wrong with an environment. */
export type Check = (environment: Environment) => Iterable<Diagnostic>;

/** The plug: everything that specc knows about one target. */
export interface Emitter {
  readonly target: string;
  readonly title: string;
  readonly support: Readonly<Record<Capability, Support>>;
  /** What it prints for other providers and not for that of the environment. */
  readonly lacks?: (environment: Environment) => readonly Capability[];
  /** A companion is no target that a spec selects: it comes by itself where an environment needs its files. */
  readonly accompanies?: (environment: Environment) => boolean;
  /** What only this target demands. */
  readonly checks: readonly Check[];
  /** Pure and total: whatever may go wrong has been said by the checks. */
  emit(environment: Environment): readonly Artifact[];
}
