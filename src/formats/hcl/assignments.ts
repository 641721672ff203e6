import { inherited, join, noReason, type Piece, piece, type Reason, textOf } from "../lines.ts";
import { widthOf } from "./literal.ts";

/** `name = value`, the value laid out already. */
export interface Assignment {
  readonly name: string;
  readonly value: readonly Piece[];
  readonly reason: Reason;
}

/** Assignments as `terraform fmt` aligns them: equals in line as far as no value of several lines comes between. */
export function aligned(rows: readonly Assignment[], indent: string, reason: Reason): readonly Piece[] {
  return join(
    runs(rows, isOpen).map((run) => alignRun(run, indent)),
    `\n${indent}`,
    reason,
  );
}

/** The same with a blank line around each value of several lines. */
export function spaced(rows: readonly Assignment[], indent: string, reason: Reason): readonly Piece[] {
  return join(
    runs(rows, isLong).map((run) => alignRun(run, indent)),
    `\n\n${indent}`,
    reason,
  );
}

function alignRun(run: readonly Assignment[], indent: string): readonly Piece[] {
  const width = Math.max(...run.map(({ name }) => widthOf(name)));
  const rows = run.map(({ name, value, reason }) => {
    const padding = " ".repeat(width - widthOf(name));
    return [piece(`${name}${padding} = `, inherited(reason)), ...value];
  });
  return join(rows, `\n${indent}`, noReason);
}

/** Neighbours that share a run; one that is `alone` has its own. */
function runs(rows: readonly Assignment[], alone: (row: Assignment) => boolean): readonly (readonly Assignment[])[] {
  const found: Assignment[][] = [];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (before === undefined || alone(before) || alone(row)) found.push([]);
    found.at(-1)?.push(row);
  });
  return found;
}

const isLong = ({ value }: Assignment): boolean => textOf(value).includes("\n");

/** Its first line leaves a bracket open. A heredoc has several lines too, but to `terraform fmt` it is whole. */
const isOpen = (row: Assignment): boolean => isLong(row) && !textOf(row.value).startsWith("<<");
