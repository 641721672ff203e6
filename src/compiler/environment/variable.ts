import type { Named } from "./located.ts";

export type VariableType = "string" | "number" | "bool";
export type VariableValue = string | number | boolean;

/** An input that people change. */
export interface Variable extends Named {
  readonly type: VariableType;
  /** What specc compiles with: `--var`, else the default. */
  readonly value: VariableValue;
  readonly description: string | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly pattern: string | undefined;
  readonly env: string | undefined;
}
