import type { SpecPath } from "../../formats/origin.ts";
import type { Located } from "./located.ts";

/** A risk that the owners of the spec take: it silences one warning at and below some places. */
export interface Acceptance extends Located {
  readonly rule: string;
  readonly places: readonly { readonly at: SpecPath; readonly accepted: SpecPath }[];
  readonly reason: string;
  /** The day from which the warning comes back, `YYYY-MM-DD`. */
  readonly until: string | undefined;
}

/** A change to a generated file that the language has no word for. */
export interface Override extends Located {
  /** Below the environment's folder, for example `kubernetes/web.deployment.yaml`. */
  readonly file: string;
  /** The keys of a JSON pointer. */
  readonly pointer: readonly string[];
  /** What specc must have put there; undefined when nothing may be there. */
  readonly expect: unknown;
  /** What is put there; `null` removes. */
  readonly set: unknown;
  readonly reason: string;
}
