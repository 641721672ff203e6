import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, operation } from "../../../formats/hcl/tree.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { scalar } from "../lower.ts";

/** Machines that Google may take back, which then stop. */
export function spot({ preemptible, at }: InstanceGroup): readonly Block[] {
  const origins = [...preemptible[ORIGINS], by("spot-market", at)];
  if (preemptible.variable !== undefined) {
    const value = scalar(preemptible);
    return [
      because(
        origins,
        block(["scheduling"], {
          provisioning_model: operation`${value} ? "SPOT" : "STANDARD"`,
          preemptible: value,
          automatic_restart: operation`!${value}`,
        }),
      ),
    ];
  }
  if (!preemptible.value) return [];
  return [
    because(
      origins,
      block(["scheduling"], { provisioning_model: "SPOT", preemptible: true, automatic_restart: false }),
    ),
  ];
}
