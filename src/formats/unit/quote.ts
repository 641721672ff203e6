import { inherited, type Piece, piece, type Reason, textOf } from "../lines.ts";
import { escapeUnprintable, hexadecimal, shortOrLongEscape } from "../unprintable.ts";
import { isLiteral, type Part, partsOf, spelled, variableName } from "./parts.ts";
import type { Argument, Assignment, Text } from "./tree.ts";

/** What stands in a command without quotes; `#` and `;` are not among them, which begin comments and commands. */
const BARE = /^[A-Za-z0-9_@%+=:,./$-]*$/;

/** What a program's path may hold; systemd expands no `$` there, so it could not be escaped. */
const PATH = /^[A-Za-z0-9_@%+=:,./-]*$/;

/** Words without quotes, since not all lists know them. */
const WORD = /^[A-Za-z0-9_@%+=:,./~!-]+$/;

const WITHIN_QUOTES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** One argument of a command. */
export function argument(given: Argument, parent: Reason): readonly Piece[] {
  const parts = partsOf(given, parent);
  const spell = (literal: string) => expanding(literal).replaceAll("$", () => "$$");
  return isBare(parts) ? spelled(parts, spell) : quoted(parts, spell, parent);
}

/** The first argument of a command. */
export function path(given: Argument, parent: Reason): readonly Piece[] {
  const pieces = spelled(partsOf(given, parent), expanding);
  const text = textOf(pieces);
  if (!/^[/%]/.test(text) || !PATH.test(text)) throw new Error(`no path of a command: ${JSON.stringify(text)}`);
  return pieces;
}

export const assigned = ({ name, value }: Assignment, reason: Reason): readonly Piece[] =>
  quoted([{ literal: `${variableName(name)}=`, reason }, ...partsOf(value, reason)], expanding, reason);

export function word(given: Text, parent: Reason): readonly Piece[] {
  const pieces = spelled(partsOf(given, parent), expanding);
  const text = textOf(pieces);
  if (!WORD.test(text)) throw new Error(`no word of a unit: ${JSON.stringify(text)}`);
  return pieces;
}

/** A value to the end of its line; nothing there can be escaped but `%`. */
export function plain(given: Text, parent: Reason): readonly Piece[] {
  const pieces = spelled(partsOf(given, parent), expanding);
  const text = textOf(pieces);
  if (/[^\P{Cc}\t]|\\$|^\s|\s$/u.test(text)) throw new Error(`no line of a unit: ${JSON.stringify(text)}`);
  return pieces;
}

/** systemd replaces specifiers in all of these. */
const expanding = (literal: string): string => literal.replaceAll("%", "%%");

const isBare = (parts: readonly Part[]): boolean =>
  parts.some((part) => !isLiteral(part) || part.literal !== "") &&
  parts.every((part) => !isLiteral(part) || BARE.test(part.literal));

const quoted = (parts: readonly Part[], spell: (literal: string) => string, reason: Reason): readonly Piece[] => [
  piece('"', inherited(reason)),
  ...spelled(parts, (literal) => withinQuotes(spell(literal))),
  piece('"', inherited(reason)),
];

const withinQuotes = (text: string): string =>
  escapeUnprintable(
    text.replace(/[\\"\n\r\t]/g, (character) => WITHIN_QUOTES[character] ?? character),
    (codePoint) => (codePoint < 0x80 ? `\\x${hexadecimal(codePoint, 2)}` : shortOrLongEscape(codePoint)),
  );
