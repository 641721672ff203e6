import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Text } from "../../../compiler/environment/text.ts";
import { type Expression, operation, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, type Traced, traced } from "../../../formats/origin.ts";
import { lowerFixed, scalar } from "../lower.ts";
import { machineSelf } from "../machine-self.ts";
import { resourceName } from "./addresses.ts";

/** `shop-dev-web-1`, and what belongs to a machine by more words. */
export function numbered(
  environment: Environment,
  group: InstanceGroup,
  ...words: readonly string[]
): Traced<Expression> {
  const shared = resourceName(environment, group.at, group.name, ...words);
  const index = machineSelf(group)({ kind: "self", attribute: "index" });
  return traced(template(shared, "-", index), ...shared[ORIGINS]);
}

/** A name that Google gives a machine has a domain; a bare one the machine gives itself when it boots. */
export function hostnameArgument(environment: Environment, group: InstanceGroup): Expression | undefined {
  const { hostname } = group;
  return hostname === undefined || !hasDomain(hostname)
    ? undefined
    : lowerFixed(environment, hostname, machineSelf(group));
}

const hasDomain = ({ parts }: Text): boolean => parts.some((part) => typeof part === "string" && part.includes("."));

/** The names of all machines of a group. */
export const hostnames = (environment: Environment, group: InstanceGroup, hostname: Text): Expression =>
  operation`[for index in range(${scalar(group.count)}) : ${lowerFixed(environment, hostname, machineSelf(group, reference("index")))}]`;
