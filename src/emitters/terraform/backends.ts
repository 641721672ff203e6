import type { App, Health } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Label } from "../../compiler/environment/label.ts";
import type { BalancerHealth, LoadBalancer } from "../../compiler/environment/load-balancer.ts";
import type { Located, Named } from "../../compiler/environment/located.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { literal, type Scalar } from "../../compiler/environment/text.ts";
import { identifiers } from "./identifiers.ts";
import { forwardsConnections, listenersOf, type ServedListener } from "./listeners.ts";

/** What stands behind a balancer: an app on the machines of its group, or a group itself on a listener's port. */
export interface Backend extends Located {
  readonly name: string;
  readonly label: string;
  readonly group: InstanceGroup;
  readonly port: Scalar<number>;
  readonly protocol: "HTTP" | "HTTPS" | "TCP" | "TLS";
  readonly health: Health | undefined;
  /** How the balancer itself asks, in place of the app's health. */
  readonly check: BalancerHealth | undefined;
  readonly app: App | undefined;
  /** The proxy that knows the routes. */
  readonly proxy: ReverseProxy | undefined;
}

export const backendsOf = (balancer: LoadBalancer): readonly Backend[] => [
  ...balancer.apps.flatMap((app) => appBackend(balancer, app)),
  ...balancer.groups.flatMap((group) => groupBackends(balancer, group)),
  ...balancer.proxies.flatMap((proxy) => proxyBackends(balancer, proxy)),
];

function appBackend(balancer: LoadBalancer, app: App): readonly Backend[] {
  const { name, at, runsOn, port, health } = app;
  if (runsOn === undefined || port === undefined) return [];
  const label = identifiers(balancer.name, name);
  const protocol = forwardsConnections(balancer) ? "TCP" : "HTTP";
  const check = balancer.health;
  return [{ name, at: routeOf(app, at), label, group: runsOn, port, protocol, health, check, app, proxy: undefined }];
}

const routeOf = ({ routes }: App, at: Located["at"]): Located["at"] => routes[0]?.at ?? at;

/** A group answers in the protocol that its listener speaks, on the same port. */
const groupBackends = (balancer: LoadBalancer, group: InstanceGroup): readonly Backend[] =>
  listenersOf(balancer)
    .filter(({ redirectsTo }) => redirectsTo === undefined)
    .map(({ port, protocol }) => ({
      name: `${group.name}-${port.value}`,
      at: balancer.at,
      label: identifiers(balancer.name, group.name, String(port.value)),
      group,
      port,
      protocol: protocol.toUpperCase() as Backend["protocol"],
      health: undefined,
      check: balancer.health,
      app: undefined,
      proxy: undefined,
    }));

/** A proxy is on each machine that has its labels, and serves all routes on its first port of the balancer's kind. */
function proxyBackends(balancer: LoadBalancer, proxy: ReverseProxy): readonly Backend[] {
  const isForwarding = forwardsConnections(balancer);
  const served = proxy.listeners.find(({ protocol }) => isForwarding || protocol === "http") ?? proxy.listeners[0];
  if (served === undefined) return [];
  const groups = machinesOf(proxy);
  return groups.map((group) => ({
    name: groups.length > 1 ? `${proxy.name}-${group.name}` : proxy.name,
    at: balancer.at,
    label: identifiers(balancer.name, proxy.name, ...(groups.length > 1 ? [group.name] : [])),
    group,
    port: served.port,
    protocol: isForwarding ? "TCP" : served.protocol === "https" ? "HTTPS" : "HTTP",
    health: undefined,
    check: balancer.health,
    app: undefined,
    proxy,
  }));
}

function machinesOf({ group, cluster, labels }: ReverseProxy): readonly InstanceGroup[] {
  if (group !== undefined) return [group];
  const machines = cluster === undefined ? [] : cluster.nodes.length > 0 ? cluster.nodes : cluster.clients;
  return machines.filter((each) => labels.every((label) => each.labels.some((own) => isSame(own, label))));
}

const isSame = (one: Label, other: Label): boolean =>
  one.name === other.name && literal(one.value).value === literal(other.value).value;

/** The backends that machines of a group are. */
export const backendsOn = ({ loadBalancers }: Environment, group: Named): readonly Backend[] =>
  loadBalancers.flatMap((balancer) => backendsOf(balancer).filter((backend) => backend.group.name === group.name));

/** The backends that a listener leads to whatever is asked for: those without routes, and groups on its port. */
export const unroutedBackends = (balancer: LoadBalancer, { port }: Pick<ServedListener, "port">): readonly Backend[] =>
  backendsOf(balancer).filter(({ app, proxy, port: own }) =>
    app === undefined
      ? proxy !== undefined || own.value === port.value
      : app.routes.length === 0 || forwardsConnections(balancer),
  );
