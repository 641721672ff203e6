import { visible } from "../../source/characters.ts";
import { displayWidth } from "./display-width.ts";

/** A source line as a terminal can show it, and where in it the carets go. */
export interface Underlined {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

/** One character of the source as it is shown. */
interface Cell {
  readonly text: string;
  readonly width: number;
  readonly marked: boolean;
}

const WIDEST = 120;
/** What is left in front of the carets where a line is clipped. */
const LEAD = 40;
const CLIPPED: Cell = { text: "…", width: 1, marked: false };

/** A line and the columns `[start, end)` of it, in UTF-16 units from 1, as text with room for carets. */
export function underlined(line: string, start: number, end: number): Underlined {
  const cells = clipped(cellsOf(line, start - 1, Math.max(end, start + 1) - 1));
  const marked = cells.filter((cell) => cell.marked);
  const first = cells.findIndex((cell) => cell.marked);
  return {
    text: cells.map(({ text }) => text).join(""),
    offset: widthOf(first < 0 ? cells : cells.slice(0, first)),
    length: Math.max(1, widthOf(marked)),
  };
}

/** Only what may be shown is taken apart: a line can be as long as a file. */
function cellsOf(line: string, start: number, end: number): readonly Cell[] {
  const from = wholeCharacter(line, Math.max(0, start - 2 * WIDEST));
  const to = wholeCharacter(line, Math.min(line.length, start + 4 * WIDEST));
  const cells: Cell[] = from > 0 ? [CLIPPED] : [];
  let column = from;
  for (const character of line.slice(from, to)) {
    cells.push(cellOf(character, column < end && column + character.length > start));
    column += character.length;
  }
  return to < line.length ? [...cells, CLIPPED] : cells;
}

const wholeCharacter = (line: string, index: number): number =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(line.slice(index - 1, index + 1)) ? index - 1 : index;

function cellOf(character: string, marked: boolean): Cell {
  const text = character === "\t" ? "    " : visible(character);
  return { text, width: text === character ? displayWidth(character) : text.length, marked };
}

/** The part of a line around its carets that fits a terminal. */
function clipped(cells: readonly Cell[]): readonly Cell[] {
  if (widthOf(cells) <= WIDEST) return cells;
  const marked = cells.findIndex((cell) => cell.marked);
  const from = startOfWindow(cells, marked < 0 ? cells.length : marked);
  const to = endOfWindow(cells, from);
  return [...(from > 0 ? [CLIPPED] : []), ...cells.slice(from, to), ...(to < cells.length ? [CLIPPED] : [])];
}

function startOfWindow(cells: readonly Cell[], marked: number): number {
  let from = marked;
  for (let width = 0; from > 0 && width < LEAD; from -= 1) width += cells[from - 1]?.width ?? 0;
  return from;
}

function endOfWindow(cells: readonly Cell[], from: number): number {
  let to = from;
  for (let width = 0; to < cells.length; to += 1) {
    width += cells[to]?.width ?? 0;
    if (width > WIDEST) break;
  }
  return to;
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0);
