import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { type Expression, operation, reference } from "../../formats/hcl/tree.ts";
import { scalar } from "./lower.ts";
import type { SelfLowering } from "./platform.ts";

/** How a machine of a group with a fixed count says which one it is, where it is declared. */
export const machineSelf =
  (group: InstanceGroup): SelfLowering =>
  ({ attribute }): Expression =>
    attribute === "index" ? indexOf(group) : group.name;

const indexOf = ({ firstIndex }: InstanceGroup): Expression =>
  firstIndex.value === 0 && firstIndex.variable === undefined
    ? reference("count.index")
    : operation`${reference("count.index")} + ${scalar(firstIndex)}`;
