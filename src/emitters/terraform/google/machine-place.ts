import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { call, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { scalar } from "../lower.ts";
import { zonesLocal } from "../zones-of-network.ts";

export const countOf = ({ count }: InstanceGroup): Expression => scalar(count);

/** Machines of a fixed group go round the zones of their network. */
export const machineZone = ({ network }: InstanceGroup): Expression =>
  call("element", reference(`local.${zonesLocal(network)}`), reference("count.index"));
