/** The known name that a mistyped one is closest to, if one is close: at most a third of its letters differ. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let found: string | undefined;
  let limit = Math.max(1, Math.floor(name.length / 3));
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const difference = distance(name.toLowerCase(), candidate.toLowerCase(), limit);
    const isCloser = difference < limit || (difference === limit && (found === undefined || candidate < found));
    if (!isCloser) continue;
    found = candidate;
    limit = difference;
  }
  return found;
}

/** Damerau-Levenshtein: insertions, deletions, replacements and swaps of neighbours; more than the limit is not counted. */
function distance(a: string, b: string, limit: number): number {
  let twoAbove: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = nextRow(a, b, row, above, twoAbove);
    if (Math.min(...line) > limit) return limit + 1;
    twoAbove = above;
    above = line;
  }
  return above[b.length] ?? 0;
}

function nextRow(
  a: string,
  b: string,
  row: number,
  above: readonly number[],
  twoAbove: readonly number[],
): readonly number[] {
  const line = [row];
  for (let column = 1; column <= b.length; column++) {
    const same = a[row - 1] === b[column - 1];
    const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    line.push(
      Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (twoAbove[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      ),
    );
  }
  return line;
}

/** The names that a message proposes. */
export interface Suggestion {
  readonly known: readonly string[];
  readonly near: string | undefined;
}

/** Names to propose, looked for as long as somebody will read the message. */
export const suggestion = (name: string, known: () => readonly string[], isRead: boolean): Suggestion => {
  const names = isRead ? known() : [];
  return { known: names, near: nearest(name, names) };
};
