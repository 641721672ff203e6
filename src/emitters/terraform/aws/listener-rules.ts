import type { Route } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import { literal } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { forwardsConnections, listenerLabel, type ServedListener } from "../listeners.ts";
import { type RoutedBackend, routesOf } from "../routes.ts";
import { lower } from "./lower.ts";
import { targetGroupArn } from "./target-groups.ts";

/** The hosts and paths of the routed apps; the first rule that matches serves, so their order is their priority. */
export function listenerRules(
  environment: Environment,
  balancer: LoadBalancer,
  listener: ServedListener,
): readonly Block[] {
  if (listener.redirectsTo !== undefined || forwardsConnections(balancer)) return [];
  return routesOf(balancer).map((routed, index) =>
    ruleBlock(environment, listenerLabel(balancer, listener), routed, (index + 1) * 10),
  );
}

function ruleBlock(environment: Environment, listener: string, routed: RoutedBackend, priority: number): Block {
  const { backend, route, label } = routed;
  return because(
    [{ at: route.at }],
    block(
      ["resource", "aws_lb_listener_rule", `${listener}_${label}`],
      {
        listener_arn: reference(`aws_lb_listener.${listener}.arn`),
        priority: traced(priority, by("longest-path-first", route.at)),
      },
      [
        block(["action"], { type: "forward", target_group_arn: targetGroupArn(backend) }),
        condition("host_header", [lower(environment, route.host)]),
        ...pathCondition(environment, route),
      ],
    ),
  );
}

const condition = (kind: string, values: readonly Expression[]): Block =>
  block(["condition"], {}, [block([kind], { values })]);

/** A prefix is the path itself and all below it, not every path that happens to begin alike. */
function pathCondition(environment: Environment, { path }: Route): readonly Block[] {
  const prefix = literal(path).value;
  if (prefix === "/") return [];
  const whole = lower(environment, path);
  const below = prefix.endsWith("/") ? template(whole, "*") : template(whole, "/*");
  return [condition("path_pattern", [whole, traced(below, ...path[ORIGINS])])];
}
