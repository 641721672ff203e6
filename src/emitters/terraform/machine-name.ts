import type { Environment } from "../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { sharedName } from "../../compiler/environment/naming.ts";
import { type Expression, template } from "../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import type { Lower } from "./lower.ts";
import { machineSelf } from "./machine-self.ts";

/** What a machine is called: its own host name, else the group's name and its number. */
export function machineName(lower: Lower, environment: Environment, group: InstanceGroup): Expression {
  const self = machineSelf(group);
  if (group.hostname !== undefined) return lower(environment, group.hostname, self);
  const shared = sharedName(environment, group);
  return traced(template(shared, "-", self({ kind: "self", attribute: "index" })), ...shared[ORIGINS]);
}
