import type { Scalar } from "./text.ts";

/** What is asked for, in portable words. */
export interface Resources {
  /** In thousandths of a core. */
  readonly cpu: Scalar<number> | undefined;
  /** In bytes. */
  readonly memory: Scalar<number> | undefined;
}
