import type { SpecPath } from "../../formats/origin.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Part, Reference, VariableReference } from "../environment/text.ts";
import type { Suggestion } from "./nearest.ts";

/** What a string comes to: its parts, and, when it is wholly one known reference, a value of that type. */
export interface Expansion {
  readonly parts: readonly Part[];
  readonly whole?: unknown;
}

/** What references are looked up in. */
export interface Scope {
  readonly root: Readonly<Record<string, unknown>>;
  readonly environment: string;
  readonly report: (finding: Diagnostic) => void;
  /** What a string of the spec comes to; undefined when it has no value. */
  readonly stringAt: (value: string, at: SpecPath) => Expansion | undefined;
  readonly suggest: (name: string, known: () => readonly string[]) => Suggestion;
}

/** A value that is known when compiling. */
export const known = (value: string | number | boolean): Expansion => ({ parts: [String(value)], whole: value });

export type LateReference = Exclude<Reference, VariableReference>;

/** Whether only the deployment knows what stands there. */
export const isLate = (part: Part): part is LateReference => typeof part !== "string" && part.kind !== "variable";

/** Late-bound strings stay as written: the schema knows them by their `${`. */
export function filledIn({ parts, whole }: Expansion, written: string): unknown {
  if (whole !== undefined) return whole;
  if (parts.some(isLate)) return written;
  return parts.map((part) => (typeof part === "object" && part.kind === "variable" ? part.value : part)).join("");
}
