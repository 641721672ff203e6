import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { type Expression, operation, type Reference, reference } from "../../formats/hcl/tree.ts";
import { scalar } from "./lower.ts";
import type { SelfLowering } from "./platform.ts";

/** How a machine of a group with a fixed count says which one it is, where it is declared or gone through. */
export const machineSelf =
  (group: InstanceGroup, index: Reference = reference("count.index")): SelfLowering =>
  ({ attribute }): Expression =>
    attribute === "index" ? indexOf(group, index) : group.name;

const indexOf = ({ firstIndex }: InstanceGroup, index: Reference): Expression =>
  firstIndex.value === 0 && firstIndex.variable === undefined ? index : operation`${index} + ${scalar(firstIndex)}`;
