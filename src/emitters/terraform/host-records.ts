import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { LoadBalancer } from "../../compiler/environment/load-balancer.ts";
import { literal, type Text } from "../../compiler/environment/text.ts";
import type { DnsRecord, Zone } from "../../compiler/environment/zone.ts";
import { identifiers } from "./identifiers.ts";
import { zoneOf } from "./zones.ts";

/** A host that a balancer serves, and the zone of the spec that it stands in. */
export interface ServedHost {
  readonly host: Text;
  readonly zone: Zone;
  readonly balancer: LoadBalancer;
}

/** Each host that balancers serve in our zones, once; where two serve it, people come in through the public one. */
export function servedHosts(environment: Environment): readonly ServedHost[] {
  const balancers = [...environment.loadBalancers].sort((a, b) => Number(a.internal.value) - Number(b.internal.value));
  const served = balancers.flatMap((balancer) => hostsOf(balancer).map((host) => ({ balancer, host })));
  const once = new Map([...served].reverse().map((each) => [literal(each.host).value, each]));
  return [...once.values()].reverse().flatMap((each) => {
    const zone = zoneOf(environment, each.host);
    return zone === undefined ? [] : [{ ...each, zone }];
  });
}

const hostsOf = ({ apps, hostname, proxies }: LoadBalancer): readonly Text[] => [
  ...[...apps, ...proxies.flatMap((proxy) => proxy.apps)].flatMap(({ routes }) => routes.map(({ host }) => host)),
  ...(hostname === undefined ? [] : [hostname]),
];

/** A host read from a var is named after it, so that another value does not make another record of it. */
export const hostLabel = (host: Text): string =>
  host.parts
    .map((part) => (typeof part === "string" ? part : part.kind === "variable" ? part.name : part.kind))
    .join("_")
    .replaceAll("*", "any")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
    .replace(/^[0-9]/, (digit) => `host_${digit}`);

/** A record is told from others of its zone by its name and type. */
export const recordLabel = (zone: Zone, { name, type }: DnsRecord): string =>
  identifiers(zone.name, name.replace("@", "apex").replace("*", "any").replaceAll(".", "_"), type.value.toLowerCase());

/** The machines of a group that have names in one of our zones; those of a scaled group come and go, so they have none. */
export interface NamedMachines {
  readonly hostname: Text;
  readonly zone: Zone;
}

export function namedMachines(
  environment: Environment,
  { hostname, scaling }: InstanceGroup,
): NamedMachines | undefined {
  if (hostname === undefined || scaling !== undefined) return undefined;
  const zone = zoneOfMachines(environment, hostname);
  return zone === undefined ? undefined : { hostname, zone };
}

/** What follows the last machine's own part tells the zone. */
function zoneOfMachines(environment: Environment, hostname: Text): Zone | undefined {
  const parts = hostname.parts.map((part) => (typeof part === "object" && part.kind === "self" ? "x" : part));
  return zoneOf(environment, { ...hostname, parts });
}
