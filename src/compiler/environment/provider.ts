import type { Located } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

export type ProviderKind = "aws";

/** Where the machines come from. */
export interface Provider extends Located {
  readonly kind: Scalar<ProviderKind>;
  readonly region: Text;
  /** How resources that share an account are named, `self` being the element. */
  readonly naming: Text;
}
