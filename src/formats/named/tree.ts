import { ORIGINS, type Origins, type Traced } from "../origin.ts";

/**
 * A configuration of BIND as data. A `string` is always literal text between quotes; what stands without them is a
 * `keyword`: a word of the language, an address or a number.
 */
export interface NamedDocument {
  readonly format: "named";
  readonly comment: string | undefined;
  readonly statements: readonly Statement[];
}

/** A clause and what follows it, with a block or without: `zone "internal" { … };`. */
export interface Statement {
  readonly words: readonly Word[];
  readonly block: readonly Statement[] | undefined;
  readonly [ORIGINS]?: Origins;
}

export type Word = string | Keyword | Traced<Word>;

export interface Keyword {
  readonly kind: "keyword";
  readonly text: string;
}

export const keyword = (text: string): Keyword => ({ kind: "keyword", text });

/** A clause whose first word is its name; the others are words or texts. */
export const clause = (name: string, ...words: readonly Word[]): Statement => ({
  words: [keyword(name), ...words],
  block: undefined,
});

export const block = (name: string, words: readonly Word[], statements: readonly Statement[]): Statement => ({
  words: [keyword(name), ...words],
  block: statements,
});

/** The same statement, there for these reasons. */
export const because = (origins: Origins, statement: Statement): Statement => ({ ...statement, [ORIGINS]: origins });

export const named = (statements: readonly Statement[], comment?: string): NamedDocument => ({
  format: "named",
  comment,
  statements,
});
