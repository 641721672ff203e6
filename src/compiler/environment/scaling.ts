import type { Named } from "./located.ts";
import type { Scalar } from "./text.ts";

/** How an app or instance group grows: between `min` and `max`, aiming at an average use of its processors. */
export interface Scaling extends Named {
  readonly min: Scalar<number>;
  readonly max: Scalar<number>;
  /** In percent. */
  readonly cpu: Scalar<number>;
}
