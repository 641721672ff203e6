import type { BalancerHealth } from "../environment/load-balancer.ts";
import type { BalancerHealth as HealthSpec, LoadBalancer } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import { refuseTwoQuestions } from "./health-question.ts";
import { duration } from "./quantities.ts";
import { integer, quantity, textOf } from "./read.ts";
import { child, type Element, type Section } from "./section.ts";

/** How a balancer sees that a backend serves, where it does not ask as the app says. */
export function resolveBalancerHealth(context: Context, balancer: Element<LoadBalancer>): BalancerHealth | undefined {
  const section = child(balancer, "health") as Section<HealthSpec> | undefined;
  if (section === undefined) return undefined;
  refuseTwoQuestions(context, section);
  return {
    at: section.at,
    http: textOf(context, section, "http"),
    port: integer(context, section, "port"),
    interval: quantity(duration)(context, section, "interval", duration("10s")),
    timeout: quantity(duration)(context, section, "timeout", duration("3s")),
    healthy: integer(context, section, "healthy", 2),
    unhealthy: integer(context, section, "unhealthy", 3),
  };
}
