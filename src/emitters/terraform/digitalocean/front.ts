import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import { type Expression, operation, reference } from "../../../formats/hcl/tree.ts";
import { backendsOf } from "../backends.ts";
import { scalar } from "../lower.ts";
import { loadBalancer, reservedAddress } from "./addresses.ts";

/** Whether a balancer stands before machines: in any case, in none, or as their number decides when Terraform runs. */
export type Presence = "always" | "never" | { readonly machines: Expression };

/** A single machine gets a reserved address in place of a balancer that may be left out. */
export function presenceOf(balancer: LoadBalancer): Presence {
  const group = backendsOf(balancer)[0]?.group;
  if (balancer.mode.value === "always" || group === undefined || group.scaling !== undefined) return "always";
  if (group.count.variable === undefined) return group.count.value > 1 ? "always" : "never";
  return { machines: scalar(group.count) };
}

/** One value where a balancer stands, and another where it does not. */
export const whereBalanced = (presence: Presence, balanced: Expression, alone: Expression): Expression => {
  if (typeof presence === "string") return presence === "always" ? balanced : alone;
  return operation`${presence.machines} > 1 ? ${balanced} : ${alone}`;
};

/** The address that people come to, whatever stands there. */
export function frontAddress(balancer: LoadBalancer): Expression {
  const presence = presenceOf(balancer);
  const counted = typeof presence === "string" ? "" : "[0]";
  return whereBalanced(
    presence,
    reference(`${loadBalancer(balancer)}${counted}.ip`),
    reference(`${reservedAddress(balancer)}${counted}.ip_address`),
  );
}
