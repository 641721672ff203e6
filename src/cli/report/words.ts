import type { Outcome } from "../outcome.ts";

/** What one spec puts on the two streams. */
export interface Report {
  readonly data: string;
  readonly talk: string;
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** `shop (dev)`, or the spec where it did not come so far. */
export const titleOf = ({ spec, name, environment }: Outcome): string =>
  name === undefined ? spec : `${name} (${environment})`;

/** The parts that there are, as `2 errors, 1 warning`. */
export const listed = (...parts: readonly (readonly [count: number, noun: string])[]): string =>
  parts
    .filter(([count]) => count > 0)
    .map(([count, noun]) => counted(count, noun))
    .join(", ");
