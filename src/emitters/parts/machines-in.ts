import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import type { Scalar } from "../../compiler/environment/text.ts";
import { ORIGINS, type SpecPath, traced } from "../../formats/origin.ts";

/** How many machines groups have together; the var of a single group's count goes along. */
export function machinesIn(groups: readonly InstanceGroup[], at: SpecPath): Scalar<number> {
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) return only.count;
  const sum = groups.reduce((total, { count }) => total + count.value, 0);
  return traced(sum, { at }, ...groups.flatMap(({ count }) => count[ORIGINS]));
}
