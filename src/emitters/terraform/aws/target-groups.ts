import type { App, Health } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import type { Located, Named } from "../../../compiler/environment/located.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import type { Scalar } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, reference, template } from "../../../formats/hcl/tree.ts";
import { derive, ORIGINS, type Traced, traced, tracedBy } from "../../../formats/origin.ts";
import { identifiers } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { machines, vpcId } from "./addresses.ts";
import { forwardsConnections, listenersOf } from "./listeners.ts";
import { lower } from "./lower.ts";

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

export const targetGroupArn = ({ label }: Backend): Expression => reference(`aws_lb_target_group.${label}.arn`);

/** The port is part of the name, so that a group for another port can be there before the old one goes. */
export function targetGroupName(environment: Environment, { balancer, backend }: Behind): Traced<string> {
  const others = environment.loadBalancers.filter(({ apps }) => apps.some(({ name }) => name === backend.name));
  const name = others.length > 1 ? `${backend.name}-${balancer.name}` : backend.name;
  return sharedName(environment, { at: backend.at, name });
}

export interface Behind {
  readonly balancer: LoadBalancer;
  readonly backend: Backend;
}

export const targetGroups = (environment: Environment, balancer: LoadBalancer): readonly Block[] =>
  backendsOf(balancer).flatMap((backend) => [
    targetGroup(environment, { balancer, backend }),
    ...attachment(balancer, backend),
  ]);

function targetGroup(environment: Environment, behind: Behind): Block {
  const { backend } = behind;
  const name = targetGroupName(environment, behind);
  return because(
    [{ at: backend.at }],
    block(
      ["resource", "aws_lb_target_group", backend.label],
      {
        name: backend.app === undefined ? name : traced(template(name, "-", scalar(backend.port)), ...name[ORIGINS]),
        port: scalar(backend.port),
        protocol: backend.protocol,
        vpc_id: vpcId(backend.group.network),
        deregistration_delay: traced("30", by("quick-draining", backend.at)),
      },
      [
        healthCheck(environment, backend),
        because([by("replace-before-destroy", backend.at)], block(["lifecycle"], { create_before_destroy: true })),
      ],
    ),
  );
}

function healthCheck(environment: Environment, { health, protocol, at }: Backend): Block {
  const thresholds = by("health-thresholds", health?.at ?? at);
  const asksHttp = protocol === "HTTP" || protocol === "HTTPS";
  return because(
    [by("health-below-400", health?.at ?? at)],
    block(["health_check"], {
      path: health?.http === undefined ? undefined : lower(environment, health.http),
      ...(asksHttp ? { matcher: health?.http === undefined ? "200-499" : "200-399" } : { protocol: "TCP" }),
      interval: health === undefined ? undefined : derive(health.interval, toSeconds),
      timeout: health === undefined ? undefined : derive(health.timeout, toSeconds),
      healthy_threshold: traced(2, thresholds),
      unhealthy_threshold: traced(3, thresholds),
    }),
  );
}

export const toSeconds = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / 1000));

/** A scaled group attaches its machines itself. */
function attachment(balancer: LoadBalancer, backend: Backend): readonly Block[] {
  const { group, label } = backend;
  if (group.scaling !== undefined) return [];
  return [
    because(
      [{ at: balancer.at }],
      block(["resource", "aws_lb_target_group_attachment", label], {
        count: tracedBy(call("length", reference(machines(group))), group.count),
        target_group_arn: targetGroupArn(backend),
        target_id: reference(`${machines(group)}[count.index].id`),
      }),
    ),
  ];
}

/** The target groups in which the machines of a group stand. */
export const targetGroupsOf = ({ loadBalancers }: Environment, group: Named): readonly Backend[] =>
  loadBalancers.flatMap((balancer) => backendsOf(balancer).filter((backend) => backend.group.name === group.name));
