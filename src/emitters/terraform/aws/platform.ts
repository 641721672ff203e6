import type { Platform } from "../platform.ts";
import { refusal } from "../refusals.ts";
import { templates } from "../templates.ts";
import { accessOutputs } from "./access-outputs.ts";
import { agentSecretBlocks } from "./agent-secrets.ts";
import { attribute } from "./attributes.ts";
import { backups } from "./backup.ts";
import { buckets } from "./buckets.ts";
import { certificates } from "./certificates.ts";
import { checks } from "./checks/index.ts";
import { clusters } from "./clusters.ts";
import { clusterOutputs } from "./cluster-outputs.ts";
import { database } from "./database.ts";
import { dns } from "./dns.ts";
import { iam } from "./iam.ts";
import { instances } from "./instances.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { provider } from "./provider.ts";
import { securityGroups } from "./security-groups.ts";
import { parameterStore, settings } from "./settings.ts";

export const aws: Platform = {
  provider: { name: "aws", source: "hashicorp/aws", version: "~> 6.25" },
  sections: {
    "providers.tf": provider,
    "network.tf": network,
    "security.tf": securityGroups,
    "iam.tf": iam,
    "instances.tf": instances,
    "cluster.tf": (environment) => [...clusters(environment), ...agentSecretBlocks(environment)],
    "load-balancer.tf": loadBalancer,
    "certificates.tf": certificates,
    "database.tf": database,
    "backup.tf": backups,
    "settings.tf": settings,
    "storage.tf": buckets,
    "dns.tf": dns,
  },
  outputs: (environment) => [...accessOutputs(environment), ...clusterOutputs(environment)],
  templates: (environment) => templates(environment, parameterStore),
  attribute,
  refusal,
  checks,
  lacks: [
    "backup.elsewhere",
    "network.subnets",
    "instances.subnet",
    "database.users",
    "dns.endpoints",
    "loadBalancer.auto",
    "database.nodes",
    "database.selfHosted",
    "apps.envFile",
    "provider.credentials",
  ],
};
