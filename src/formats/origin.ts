/** The address of a value in the merged spec: `["apps", "web", "port"]`. */
export type SpecPath = readonly (string | number)[];

/**
 * Why a value is there: the place in the spec that says so, or, when nobody wrote it, the named rule that put it there
 * and the place where that rule applied.
 */
export interface Origin {
  readonly at: SpecPath;
  readonly rule?: string;
}

export type Origins = readonly Origin[];

/** Text and, for each of its lines, the origins of what stands on it. */
export interface Printed {
  readonly text: string;
  readonly origins: readonly Origins[];
}

/** The key under which a traced value keeps its origins; a symbol, so that no name from a spec can be mistaken for it. */
export const ORIGINS: unique symbol = Symbol("origins");

/** A value that knows why it is there. Documents take traced and plain values alike; a plain one inherits its parent's origins. */
export interface Traced<T> {
  readonly [ORIGINS]: Origins;
  readonly value: T;
}

export function traced<T>(value: T, ...origins: Origins): Traced<T> {
  return { [ORIGINS]: origins, value };
}

export function isTraced(node: unknown): node is Traced<unknown> {
  return typeof node === "object" && node !== null && ORIGINS in node;
}

/** The same reasons, another value. */
export function derive<T, U>(source: Traced<T>, to: (value: T) => U): Traced<U> {
  return { [ORIGINS]: source[ORIGINS], value: to(source.value) };
}

/** One value that is there because of several. */
export function tracedBy<T>(value: T, ...sources: readonly Traced<unknown>[]): Traced<T> {
  return { [ORIGINS]: sources.flatMap((source) => source[ORIGINS]), value };
}

/** The lines of what another printer printed, each with its reasons, to become part of a document. */
export const tracedLines = ({ text, origins }: Printed): readonly Traced<string>[] =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line, index) => traced(line, ...(origins[index] ?? [])));
