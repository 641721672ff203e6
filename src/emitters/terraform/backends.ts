import type { App, Health } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { LoadBalancer } from "../../compiler/environment/load-balancer.ts";
import type { Located, Named } from "../../compiler/environment/located.ts";
import type { Scalar } from "../../compiler/environment/text.ts";
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
  readonly app: App | undefined;
}

export const backendsOf = (balancer: LoadBalancer): readonly Backend[] => [
  ...balancer.apps.flatMap((app) => appBackend(balancer, app)),
  ...balancer.groups.flatMap((group) => groupBackends(balancer, group)),
];

function appBackend(balancer: LoadBalancer, app: App): readonly Backend[] {
  const { name, at, runsOn, port, health } = app;
  if (runsOn === undefined || port === undefined) return [];
  const label = identifiers(balancer.name, name);
  const protocol = forwardsConnections(balancer) ? "TCP" : "HTTP";
  return [{ name, at: routeOf(app, at), label, group: runsOn, port, protocol, health, app }];
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
      app: undefined,
    }));

/** The backends that machines of a group are. */
export const backendsOn = ({ loadBalancers }: Environment, group: Named): readonly Backend[] =>
  loadBalancers.flatMap((balancer) => backendsOf(balancer).filter((backend) => backend.group.name === group.name));

/** The backends that a listener leads to whatever is asked for: those without routes, and groups on its port. */
export const unroutedBackends = (balancer: LoadBalancer, { port }: Pick<ServedListener, "port">): readonly Backend[] =>
  backendsOf(balancer).filter(({ app, port: own }) =>
    app === undefined ? own.value === port.value : app.routes.length === 0 || forwardsConnections(balancer),
  );
