import { ORIGINS, type Origins, type Traced } from "../origin.ts";

/**
 * A configuration of nginx as data. A `string` is always literal text; what nginx replaces is a `variable`, so no text
 * of a spec can become one. nginx has no escape for a dollar, so a literal with one is refused.
 */
export interface NginxDocument {
  readonly format: "nginx";
  readonly comment: string | undefined;
  readonly statements: readonly Statement[];
}

/** A directive and its parameters, with a block or without. */
export interface Statement {
  readonly words: readonly Word[];
  readonly block: readonly Statement[] | undefined;
  /** Stands in the line above. */
  readonly comment: string | undefined;
  readonly [ORIGINS]?: Origins;
}

export type Word = string | Variable | Concatenation | Traced<Word>;

/** What nginx knows of a request, such as `$host`. */
export interface Variable {
  readonly kind: "variable";
  readonly name: string;
}

export interface Concatenation {
  readonly kind: "concatenation";
  readonly parts: readonly Word[];
}

export const variable = (name: string): Variable => ({ kind: "variable", name });

export const concatenation = (...parts: readonly Word[]): Concatenation => ({ kind: "concatenation", parts });

/** A directive with its parameters: `listen 80;`. */
export const simple = (...words: readonly Word[]): Statement => ({ words, block: undefined, comment: undefined });

/** A directive with a block: `server { … }`. */
export const block = (words: readonly Word[], statements: readonly Statement[]): Statement => ({
  words,
  block: statements,
  comment: undefined,
});

/** The same statement, there for these reasons. */
export const because = (origins: Origins, statement: Statement): Statement => ({ ...statement, [ORIGINS]: origins });

export const remarked = (comment: string, statement: Statement): Statement => ({ ...statement, comment });

export const nginx = (statements: readonly Statement[], comment?: string): NginxDocument => ({
  format: "nginx",
  comment,
  statements,
});
