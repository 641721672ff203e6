import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Text } from "../../compiler/environment/text.ts";
import type { BindZone } from "../../compiler/environment/zone.ts";
import { type Origins, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { dockerClusterOf } from "../parts/docker-cluster.ts";
import { knownText } from "../parts/known-text.ts";

/** A name below a zone's domain, and the address that it leads to. */
export interface HostName {
  readonly name: string;
  readonly address: Traced<string>;
  readonly origins: Origins;
}

export const domainOf = ({ domain }: BindZone): string => knownText(domain);

/** The machines that serve a zone: those of the app that does, or the group itself. */
export function serversOf(environment: Environment, zone: BindZone): readonly InstanceGroup[] {
  if (zone.group !== undefined) return [zone.group];
  const app = environment.apps.find(({ name }) => name === zone.app?.value);
  return app === undefined ? [] : machinesOf(environment, { cluster: app.cluster, group: app.runsOn });
}

/** The names of machines with fixed addresses, of apps and of routed hosts that are inside a zone. */
export function hostNames(environment: Environment, zone: BindZone): readonly HostName[] {
  const domain = domainOf(zone);
  const named = [...machineNames(environment), ...appNames(environment), ...routeNames(environment)];
  const inside = named.flatMap(({ name, ...rest }) =>
    name.endsWith(`.${domain}`) ? [{ ...rest, name: name.slice(0, -domain.length - 1) }] : [],
  );
  return [...new Map(inside.map((host) => [host.name, host])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const nameAt = (hostname: Text, group: InstanceGroup | undefined): readonly HostName[] => {
  const address = group === undefined ? undefined : fixedAddress(group);
  const name = knownText(hostname).replace(/\.$/, "");
  return address === undefined ? [] : [{ name, address, origins: [...hostname[ORIGINS], ...address[ORIGINS]] }];
};

export const fixedAddress = ({ address }: InstanceGroup): Traced<string> | undefined =>
  address === undefined || address.value === "dhcp" ? undefined : traced(address.value, ...address[ORIGINS]);

const machineNames = ({ instances, physicalMachines }: Environment): readonly HostName[] =>
  [...instances, ...physicalMachines].flatMap((group) =>
    group.hostname === undefined ? [] : nameAt(group.hostname, group),
  );

const appNames = (environment: Environment): readonly HostName[] =>
  environment.apps.flatMap(({ hostname, cluster, runsOn }) =>
    hostname === undefined ? [] : nameAt(hostname, machinesOf(environment, { cluster, group: runsOn })[0]),
  );

/** A routed host leads to the proxy before its app. */
const routeNames = (environment: Environment): readonly HostName[] =>
  environment.proxies.flatMap((proxy) =>
    [...proxy.apps, ...proxy.artifactApps]
      .flatMap(({ routes }) => routes)
      .flatMap(({ host }) => nameAt(host, machinesOf(environment, proxy)[0])),
  );

const machinesOf = (
  environment: Environment,
  placed: Parameters<typeof dockerClusterOf>[1],
): readonly InstanceGroup[] => dockerClusterOf(environment, placed)?.nodes ?? (placed.group ? [placed.group] : []);
