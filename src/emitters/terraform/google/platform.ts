import type { Check } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Platform, Section } from "../platform.ts";
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
import { withoutModules } from "./modules/apart.ts";
import { moduleChecks } from "./modules/checks.ts";
import { balancerCalls, machineCalls, moduleAttribute, modules } from "./modules/modules.ts";
import { network } from "./network.ts";
import { nodeAccounts } from "./node-accounts.ts";
import { provider } from "./provider.ts";
import { refusal } from "./refusals.ts";
import { serviceAccounts } from "./service-accounts.ts";
import { services } from "./services.ts";
import { secretManager, settings } from "./settings.ts";

const required = { name: "google", source: "hashicorp/google", version: "~> 6.50" };

/** What modules use is switched on for the project as well. */
const servedBy = (environment: Environment): Environment => {
  const { networks, zones } = environment;
  return { ...withoutModules(environment), networks, zones };
};

/** What is demanded of what the root module makes. */
const outside =
  (check: Check): Check =>
  (environment) =>
    check(withoutModules(environment));

/** What stands in the root module. */
const root =
  (section: Section): Section =>
  (environment) =>
    section(withoutModules(environment));

export const google: Platform = {
  provider: required,
  sections: {
    "providers.tf": provider,
    "services.tf": (environment) => services(servedBy(environment)),
    "network.tf": root(network),
    "firewall.tf": root(firewall),
    "iam.tf": root((environment) => [
      ...serviceAccounts(environment),
      ...nodeAccounts(environment),
      ...exporters(environment),
    ]),
    "instances.tf": (environment) => [...root(instances)(environment), ...machineCalls(environment)],
    "cluster.tf": root(clusters),
    "load-balancer.tf": (environment) => [...root(loadBalancer)(environment), ...balancerCalls(environment)],
    "ingress.tf": root((environment) => [...ingressAddresses(environment), ...cloudArmor(environment)]),
    "certificates.tf": root(certificates),
    "database.tf": root(database),
    "settings.tf": root(settings),
    "storage.tf": root(buckets),
    "dns.tf": root(dns),
  },
  templates: (environment) => {
    const left = withoutModules(environment);
    return [...templates(left, secretManager), ...grants(left)];
  },
  modules: modules(required),
  outputs: clusterOutputs,
  attribute: (environment, asked) => moduleAttribute(environment, asked) ?? attribute(environment, asked),
  refusal,
  checks: [...checks.map(outside), ...moduleChecks],
  lacks: ["loadBalancer.auto", "database.nodes", "database.selfHosted", "apps.envFile"],
};
