import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Text } from "../../../compiler/environment/text.ts";
import type { Expression } from "../../../formats/hcl/tree.ts";
import type { Traced } from "../../../formats/origin.ts";
import { type Lowering, lowerText } from "../lower.ts";
import type { SelfLowering } from "../platform.ts";
import { attribute } from "./attributes.ts";

/** How texts of this environment are written when it runs on AWS. */
export const lowering = (environment: Environment, self?: SelfLowering): Lowering => ({
  environment,
  attribute: (reference) => attribute(environment, reference),
  ...(self === undefined ? {} : { self }),
});

export const lower = (environment: Environment, text: Text, self?: SelfLowering): Traced<Expression> =>
  lowerText(lowering(environment, self), text);
