import type { SpecPath } from "../../formats/origin.ts";

/** Something that stands at a place of the spec, or, when a rule implied it, at the place that made the rule apply. */
export interface Located {
  readonly at: SpecPath;
}

/** An element of a collection: its name is its key, and origin of all that it causes. */
export interface Named extends Located {
  readonly name: string;
  /** The rule that put the element there, when nobody wrote it. */
  readonly impliedBy?: string;
}
