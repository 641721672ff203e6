import type { Environment } from "../../../compiler/environment/environment.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { componentOf, hasComponents, sharedComponent } from "../../../compiler/layout.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, reference, template } from "../../../formats/hcl/tree.ts";
import { derive, ORIGINS, type Traced, traced, tracedBy } from "../../../formats/origin.ts";
import { type Backend, backendsOf } from "../backends.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { toSeconds } from "../seconds.ts";
import { machines, vpcId } from "./addresses.ts";
import { lower } from "./lower.ts";

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
    ...attachment(environment, balancer, backend),
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

function healthCheck(environment: Environment, { health, check, protocol, at }: Backend): Block {
  const place = check?.at ?? health?.at ?? at;
  const asked = check ?? health;
  const thresholds = by("health-thresholds", place);
  const asksHttp = protocol === "HTTP" || protocol === "HTTPS";
  return because(
    [by("health-below-400", place)],
    block(["health_check"], {
      path: asked?.http === undefined ? undefined : lower(environment, asked.http),
      port: check?.port === undefined ? undefined : derive(check.port, String),
      ...(asksHttp ? { matcher: asked?.http === undefined ? "200-499" : "200-399" } : { protocol: "TCP" }),
      interval: asked === undefined ? undefined : derive(asked.interval, toSeconds),
      timeout: asked === undefined ? undefined : derive(asked.timeout, toSeconds),
      healthy_threshold: check === undefined ? traced(2, thresholds) : scalar(check.healthy),
      unhealthy_threshold: check === undefined ? traced(3, thresholds) : scalar(check.unhealthy),
    }),
  );
}

/** Whether a balancer is of another state than the machines behind it, which then know nothing of it. */
export const isApart = (environment: Environment, { at }: Backend): boolean =>
  hasComponents(environment) && componentOf(environment, at) !== sharedComponent;

/** A scaled group attaches its machines itself, where it knows the balancer. */
function attachment(environment: Environment, balancer: LoadBalancer, backend: Backend): readonly Block[] {
  const { group, label } = backend;
  if (group.scaling === undefined) return [machinesAttachment(balancer, backend)];
  if (!isApart(environment, backend)) return [];
  return [
    because(
      [{ at: balancer.at }],
      block(["resource", "aws_autoscaling_attachment", label], {
        autoscaling_group_name: reference(`aws_autoscaling_group.${identifier(group.name)}.name`),
        lb_target_group_arn: targetGroupArn(backend),
      }),
    ),
  ];
}

const machinesAttachment = (balancer: LoadBalancer, backend: Backend): Block =>
  because(
    [{ at: balancer.at }],
    block(["resource", "aws_lb_target_group_attachment", backend.label], {
      count: tracedBy(call("length", reference(machines(backend.group))), backend.group.count),
      target_group_arn: targetGroupArn(backend),
      target_id: reference(`${machines(backend.group)}[count.index].id`),
    }),
  );
