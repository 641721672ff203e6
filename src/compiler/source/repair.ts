/** A stretch of text that the parser would stumble over, and what it reads instead: other text, or nothing. */
export interface Repair {
  readonly start: number;
  readonly end: number;
  readonly by: "text" | "nothing";
}

/**
 * The text as the parser may read it, so that one mistake does not hide the others: every offset stays, and what stands
 * for a value differs from place to place, lest two become the same key.
 */
export function repaired(text: string, repairs: readonly Repair[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, by } of repairs.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    parts.push(text.slice(from, start), by === "text" ? placeholder(start, end - start) : " ".repeat(end - start));
    from = end;
  }
  return parts.join("") + text.slice(from);
}

const placeholder = (start: number, length: number): string =>
  `q${start.toString(36)}`.padEnd(length, "_").slice(0, length);
