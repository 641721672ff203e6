import { isTraced, ORIGINS, type Origin, type Origins, type Printed, type Traced } from "./origin.ts";
import { escapeUnprintable, shortOrLongEscape } from "./unprintable.ts";

/** Why some text is there; `own` when it is the text of a traced value itself, not what stands around it. */
export interface Reason {
  readonly origins: Origins;
  readonly own: boolean;
}

/** A stretch of text that is there for one reason; it may hold line breaks. */
export interface Piece extends Reason {
  readonly text: string;
}

export type Untraced<T> = Exclude<T, Traced<unknown>>;

export const noReason: Reason = { origins: [], own: false };

/** The reason of what stands around a value or plainly inside it. */
export const inherited = (reason: Reason): Reason => ({ origins: reason.origins, own: false });

export const piece = (text: string, { origins, own }: Reason): Piece => ({ text, origins, own });

/** The value below its traces, with the innermost reason that is known. */
export function reveal<T>(node: T, parent: Reason): readonly [value: Untraced<T>, reason: Reason] {
  if (!isTraced(node)) return [node as Untraced<T>, parent];
  const reason = node[ORIGINS].length === 0 ? parent : { origins: node[ORIGINS], own: true };
  return reveal(node.value as T, reason);
}

export function join(groups: readonly (readonly Piece[])[], separator: string, reason: Reason): readonly Piece[] {
  const between = piece(separator, inherited(reason));
  const joined: Piece[] = [];
  for (const [index, group] of groups.entries()) {
    if (index > 0) joined.push(between);
    for (const part of group) joined.push(part);
  }
  return joined;
}

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");

export function splitLines(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  for (const whole of pieces) {
    if (!whole.text.includes("\n")) lines.at(-1)?.push(whole);
    else
      whole.text.split("\n").forEach((text, index) => {
        if (index > 0) lines.push([]);
        lines.at(-1)?.push({ ...whole, text });
      });
  }
  return lines;
}

/** A comment's lines; one that is a comment already, such as `#cloud-config`, stays as it is. */
export function commentLines(comment: string): readonly string[] {
  return comment
    .split(/\r\n|\r|\n/)
    .map((line) => escapeUnprintable(line, shortOrLongEscape))
    .map((line) => (line.startsWith("#") ? line : `# ${line}`.trimEnd()));
}

/** Pieces that end in a line break, as text with the origins of each line. */
export function printed(pieces: readonly Piece[]): Printed {
  return { text: textOf(pieces), origins: splitLines(pieces).slice(0, -1).map(originsOf) };
}

/** Traced values speak for their line; without one the text around them does, and on a blank line what encloses it. */
function originsOf(line: readonly Piece[]): Origins {
  const visible = line.filter(({ text }) => text.trim() !== "");
  const own = visible.filter((part) => part.own);
  const speaking = [own, visible, line].find((parts) => parts.length > 0) ?? [];
  const origins = [...new Set(speaking.map((part) => part.origins))].flat();
  return origins.length < 2 ? origins : distinct(origins);
}

function distinct(origins: Origins): Origins {
  return [
    ...new Map(origins.map((origin): [string, Origin] => [JSON.stringify([origin.at, origin.rule]), origin])).values(),
  ];
}
