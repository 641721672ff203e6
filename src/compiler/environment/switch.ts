import type { Located } from "./located.ts";

/** An `enabled` that a bool var decides; targets with conditions leave the decision to the deployment. */
export interface Switch extends Located {
  readonly variable: string;
  /** What specc compiles with. */
  readonly value: boolean;
}

/** The name that an element had before, so that tools move it instead of replacing it. */
export interface Rename extends Located {
  readonly section: string;
  readonly name: string;
  readonly was: string;
}
