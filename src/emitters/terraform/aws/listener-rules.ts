import type { Route } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import { literal } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { identifier } from "../identifiers.ts";
import { forwardsConnections, listenerLabel, type ServedListener } from "./listeners.ts";
import { lower } from "./lower.ts";
import { type Backend, backendsOf, targetGroupArn } from "./target-groups.ts";

interface RoutedBackend {
  readonly backend: Backend;
  readonly route: Route;
  /** Tells the routes of one app apart. */
  readonly label: string;
}

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

const routesOf = (balancer: LoadBalancer): readonly RoutedBackend[] =>
  backendsOf(balancer)
    .flatMap((backend) => {
      const routes = backend.app?.routes ?? [];
      const name = identifier(backend.name);
      return routes.map((route, index) => ({ backend, route, label: index === 0 ? name : `${name}_${index + 1}` }));
    })
    .sort(byPrecedence);

/** Whole hosts before wildcards, then host by host, the longest path first. */
function byPrecedence(a: RoutedBackend, b: RoutedBackend): number {
  const [hostA, hostB] = [literal(a.route.host).value, literal(b.route.host).value];
  const wildcards = Number(hostA.startsWith("*")) - Number(hostB.startsWith("*"));
  if (wildcards !== 0) return wildcards;
  if (hostA !== hostB) return hostA < hostB ? -1 : 1;
  return literal(b.route.path).value.length - literal(a.route.path).value.length;
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
