import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Expression, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { securityGroupLabel, subnetLabel } from "./addresses.ts";
import { natRouteAddress } from "./routing.ts";
import { callOutLabel } from "./traffic/machines.ts";

/** What a machine uses in its first minutes without referring to it: its way out, and its rights. */
export function firstBootNeeds(group: InstanceGroup): Expression {
  const byRule = by("first-boot", group.at);
  const needs = [
    `aws_iam_role_policy.${securityGroupLabel("instances", group.name)}`,
    ...wayOut(group),
    `aws_vpc_security_group_egress_rule.${callOutLabel(group)}`,
  ];
  return traced(needs.map(reference), byRule);
}

function wayOut({ network, public: isPublic }: InstanceGroup): readonly string[] {
  const reachability = isPublic.value ? "public" : "private";
  const association = `aws_route_table_association.${subnetLabel(network, reachability)}`;
  if (isPublic.value) return [`aws_route.${subnetLabel(network, "public")}_internet`, association];
  return network.nat.value === "none" ? [] : [natRouteAddress(network), association];
}
