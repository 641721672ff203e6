import type { Layout } from "./lan.ts";
import type { Named } from "./located.ts";
import type { Scalar } from "./text.ts";

/** A private network with a public and a private subnet in each of its zones, unless somebody laid it out by hand. */
export interface Network extends Named, Layout {
  readonly kind: Scalar<"vpc" | "lan" | "provider-default">;
  readonly cidr: Scalar<string>;
  readonly zones: Scalar<number>;
  readonly nat: Scalar<"none" | "single" | "per-zone">;
  /** The Terraform module that makes it, when not the root. */
  readonly module: Scalar<string> | undefined;
}
