import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, operation } from "../../../formats/hcl/tree.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { scalar } from "../lower.ts";

/** Machines that Amazon may take back: one that stands for itself stops and comes again, one of a group is replaced. */
export function market({ preemptible, scaling, at }: InstanceGroup): readonly Block[] {
  const staying = scaling === undefined ? [stopping()] : [];
  const origins = [...preemptible[ORIGINS], by("spot-market", at)];
  if (preemptible.variable === undefined)
    return preemptible.value
      ? [because(origins, block(["instance_market_options"], { market_type: "spot" }, staying))]
      : [];
  const once = operation`${scalar(preemptible)} ? [1] : []`;
  const content = block(["content"], { market_type: "spot" }, staying);
  return [because(origins, block(["dynamic", "instance_market_options"], { for_each: once }, [content]))];
}

const stopping = (): Block =>
  block(["spot_options"], { instance_interruption_behavior: "stop", spot_instance_type: "persistent" });
