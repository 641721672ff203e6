import type { Network } from "../../../compiler/environment/network.ts";
import { by } from "../../../compiler/rules.ts";
import { call, type Expression } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { scalar } from "../lower.ts";

/** A part of a network's addresses, as the layout has it. */
export const networkPart = ({ cidr, at }: Network, bits: number, index: number): Expression =>
  traced(call("cidrsubnet", scalar(cidr), bits, index), ...cidr[ORIGINS], by("google-subnet-layout", at));
