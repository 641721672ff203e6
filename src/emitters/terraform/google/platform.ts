import type { Platform } from "../platform.ts";
import { templates } from "../templates.ts";
import { attribute } from "./attributes.ts";
import { buckets } from "./buckets.ts";
import { certificates } from "./certificates.ts";
import { checks } from "./checks/index.ts";
import { cloudArmor } from "./cloud-armor.ts";
import { clusterOutputs } from "./cluster-outputs.ts";
import { clusters } from "./clusters.ts";
import { database } from "./database.ts";
import { dns } from "./dns.ts";
import { exporters } from "./exporters.ts";
import { firewall } from "./firewall.ts";
import { grants } from "./grants.ts";
import { ingressAddresses } from "./ingress-addresses.ts";
import { instances } from "./instances.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { nodeAccounts } from "./node-accounts.ts";
import { provider } from "./provider.ts";
import { refusal } from "./refusals.ts";
import { serviceAccounts } from "./service-accounts.ts";
import { services } from "./services.ts";
import { secretManager, settings } from "./settings.ts";

export const google: Platform = {
  provider: { name: "google", source: "hashicorp/google", version: "~> 6.50" },
  sections: {
    "providers.tf": provider,
    "services.tf": services,
    "network.tf": network,
    "firewall.tf": firewall,
    "iam.tf": (environment) => [
      ...serviceAccounts(environment),
      ...nodeAccounts(environment),
      ...exporters(environment),
    ],
    "instances.tf": instances,
    "cluster.tf": clusters,
    "load-balancer.tf": loadBalancer,
    "ingress.tf": (environment) => [...ingressAddresses(environment), ...cloudArmor(environment)],
    "certificates.tf": certificates,
    "database.tf": database,
    "settings.tf": settings,
    "storage.tf": buckets,
    "dns.tf": dns,
  },
  templates: (environment) => [...templates(environment, secretManager), ...grants(environment)],
  outputs: clusterOutputs,
  attribute,
  refusal,
  checks,
  lacks: [
    "images.existing",
    "loadBalancer.auto",
    "database.nodes",
    "database.selfHosted",
    "apps.envFile",
    "provider.credentials",
  ],
};
