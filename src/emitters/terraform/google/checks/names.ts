import type { Check } from "../../../../compiler/emitter.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { SpecPath } from "../../../../formats/origin.ts";
import { backendsOf } from "../../backends.ts";
import { buckets } from "../../buckets.ts";
import { type NameLimit, nameFindings } from "../../checks/names.ts";
import { providedClusters } from "../../clusters.ts";
import { listenerLabel, listenersOf } from "../../listeners.ts";
import { routesOf } from "../../routes.ts";
import { resourceName } from "../addresses.ts";
import { allTraffic } from "../firewall.ts";
import { matcherName } from "../url-maps.ts";

const dashed = {
  allowed: /^[a-z]([a-z0-9-]*[a-z0-9])?$/,
  letters: "small letters, digits and dashes, a letter first and no dash at the end",
};
const limit = (what: string, longest: number): NameLimit => ({ what, longest, ...dashed });

const accountLimit: NameLimit = { ...limit("service account", 30), shortest: 6 };
/** The number of a machine, or what tells a certificate or a database from the one before it, comes behind the name. */
const limits = {
  network: limit("network", 63),
  firewall: limit("firewall rule", 63),
  disk: limit("disk", 58),
  balancer: limit("load balancer", 63),
  matcher: limit("path matcher", 63),
  certificate: limit("certificate", 54),
  database: limit("database", 80),
  zone: limit("zone", 63),
  cluster: limit("cluster", 40),
  address: limit("address", 63),
  /** The project, of up to 30 characters, comes before the name. */
  bucket: limit("bucket", 32),
} as const;

/** Names that share a project are as long as Google allows for what they name. */
export const names: Check = function* (environment) {
  for (const { limit: of, words, at } of [...elements(environment), ...balancers(environment)])
    yield* nameFindings(of, resourceName(environment, at, ...words).value, at);
  for (const balancer of environment.loadBalancers)
    for (const routed of routesOf(balancer)) yield* nameFindings(limits.matcher, matcherName(routed), routed.route.at);
};

interface Name {
  readonly limit: NameLimit;
  readonly words: readonly string[];
  readonly at: SpecPath;
}

const elements = (environment: Environment): readonly Name[] => [
  ...providedClusters(environment).map(({ name, at }) => ({ limit: limits.cluster, words: [name], at })),
  ...environment.ingresses.map(({ name, at }) => ({ limit: limits.address, words: [name], at })),
  ...buckets(environment).map(({ name, at }) => ({ limit: limits.bucket, words: [name], at })),
  ...[...environment.instances, ...environment.nodePools].map(({ name, at }) => ({
    limit: accountLimit,
    words: [name],
    at,
  })),
  ...environment.instances.flatMap((group) =>
    group.disks.map(({ name, at }) => ({ limit: limits.disk, words: [group.name, name], at })),
  ),
  ...environment.networks.map(({ name, at }) => ({ limit: limits.network, words: [name, "services"], at })),
  ...allTraffic(environment).map(({ words, at }) => ({ limit: limits.firewall, words, at })),
  ...environment.certificates.map(({ name, at }) => ({ limit: limits.certificate, words: [name], at })),
  ...environment.databases.map(({ name, at }) => ({ limit: limits.database, words: [name], at })),
  ...environment.zones.map(({ name, at }) => ({ limit: limits.zone, words: [name], at })),
];

const balancers = ({ loadBalancers }: Environment): readonly Name[] =>
  loadBalancers.flatMap((balancer) => [
    ...listenersOf(balancer).map((listener) => ({
      limit: limits.balancer,
      words: [listenerLabel(balancer, listener).replaceAll("_", "-")],
      at: balancer.at,
    })),
    ...backendsOf(balancer).map(({ name, at }) => ({ limit: limits.balancer, words: [balancer.name, name], at })),
  ]);
