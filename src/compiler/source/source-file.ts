/** A place as people count: both from 1, columns in UTF-16 units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of one file, and how its offsets turn into lines and columns. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  positionAt(offset: number): Position;
  /** The text of a line without its line break; empty for a line that the file does not have. */
  lineText(line: number): string;
}

export function sourceFile(path: string, text: string): SourceFile {
  let known: readonly number[] | undefined;
  const starts = (): readonly number[] => {
    known ??= lineStarts(text);
    return known;
  };
  return {
    path,
    text,
    positionAt: (offset) => positionIn(starts(), Math.min(Math.max(offset, 0), text.length)),
    lineText: (line) => textOfLine(text, starts(), line),
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function positionIn(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function textOfLine(text: string, starts: readonly number[], line: number): string {
  const start = starts[line - 1];
  if (start === undefined) return "";
  const end = starts[line] === undefined ? text.length : starts[line] - 1;
  return text.slice(start, text[end - 1] === "\r" && end > start ? end - 1 : end);
}
