import type { Platform } from "../platform.ts";
import { refusal } from "../refusals.ts";
import { templates } from "../templates.ts";
import { attribute } from "./attributes.ts";
import { certificates } from "./certificates.ts";
import { checks } from "./checks/index.ts";
import { database } from "./database.ts";
import { dns } from "./dns.ts";
import { firewall } from "./firewall.ts";
import { instances } from "./instances.ts";
import { loadBalancer } from "./load-balancer.ts";
import { network } from "./network.ts";
import { provider } from "./provider.ts";
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
    "iam.tf": serviceAccounts,
    "instances.tf": instances,
    "load-balancer.tf": loadBalancer,
    "certificates.tf": certificates,
    "database.tf": database,
    "settings.tf": settings,
    "dns.tf": dns,
  },
  templates: (environment) => templates(environment, secretManager),
  attribute,
  refusal,
  checks,
};
