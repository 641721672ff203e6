import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression } from "../../../formats/hcl/tree.ts";
import { sizeOf } from "../sizes.ts";
import { lower } from "./lower.ts";
import { machineSizes } from "./sizes.ts";

const usualMachine = "t3.small";

export const instanceType = (environment: Environment, group: InstanceGroup): Expression =>
  sizeOf(machineSizes, usualMachine, group, (text) => lower(environment, text));

/** Metadata only by session and only for the machine itself. */
export const metadataOptions = ({ at }: InstanceGroup): Block =>
  because(
    [by("imds-v2", at)],
    block(["metadata_options"], {
      http_endpoint: "enabled",
      http_tokens: "required",
      http_put_response_hop_limit: 1,
    }),
  );
