import type { Named } from "./located.ts";
import type { Scalar } from "./text.ts";

/** A private network with a public and a private subnet in each of its zones. */
export interface Network extends Named {
  readonly kind: Scalar<"vpc" | "provider-default">;
  readonly cidr: Scalar<string>;
  readonly zones: Scalar<number>;
  readonly nat: Scalar<"none" | "single" | "per-zone">;
}
