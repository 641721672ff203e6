import type { Named } from "./located.ts";
import type { Scalar } from "./text.ts";

/** A plan that keeps copies. */
export interface Backup extends Named {
  readonly schedule: Scalar<string>;
  /** In milliseconds. */
  readonly keep: Scalar<number>;
}
