import type { Named } from "./located.ts";
import type { Text } from "./text.ts";

/** A name for a value that only the deployment knows. */
export interface Output extends Named {
  readonly value: Text;
}
