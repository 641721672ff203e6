import type { Environment } from "../../../compiler/environment/environment.ts";
import type { AttributeReference } from "../../../compiler/environment/text.ts";
import type { Platform } from "../platform.ts";
import { refusal } from "../refusals.ts";
import { templates } from "../templates.ts";
import { attribute } from "./attributes.ts";
import { certificates } from "./certificates.ts";
import { checks } from "./checks/index.ts";
import { clusters } from "./clusters.ts";
import { clusterOutputs } from "./cluster-outputs.ts";
import { database } from "./database.ts";
import { dns } from "./dns.ts";
import { firewalls } from "./firewall.ts";
import { instances } from "./instances.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { provider } from "./provider.ts";
import { carriedSettings, settings } from "./settings.ts";

/** Databases on machines are known here, since user data tells their machines the password. */
const isOfOurs = ({ selfHostedDatabases }: Environment, { section, name }: AttributeReference): boolean =>
  section === "database" && selfHostedDatabases.some((each) => each.name === name && each.group !== undefined);

export const digitalocean: Platform = {
  provider: { name: "digitalocean", source: "digitalocean/digitalocean", version: "~> 2.71" },
  sections: {
    "providers.tf": provider,
    "network.tf": network,
    "firewall.tf": firewalls,
    "instances.tf": instances,
    "cluster.tf": clusters,
    "load-balancer.tf": loadBalancer,
    "certificates.tf": certificates,
    "database.tf": database,
    "settings.tf": settings,
    "dns.tf": dns,
  },
  templates: (environment) => templates(environment, carriedSettings),
  outputs: clusterOutputs,
  attribute,
  refusal: (environment, asked) => (isOfOurs(environment, asked) ? undefined : refusal(environment, asked)),
  checks,
  lacks: [
    "backup.elsewhere",
    "instances.preemptible",
    "instances.subnet",
    "dns.endpoints",
    "access",
    "storage",
    "database.users",
    "network.subnets",
    "instances.sshKeys",
    "firewall.bastion",
    "dns.id",
  ],
};
