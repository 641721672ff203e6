import type { Named } from "./located.ts";
import type { Text } from "./text.ts";

/** A word of a machine, by which apps choose it. */
export interface Label extends Named {
  readonly value: Text;
}
