import { inherited, type Piece, piece, type Reason, reveal } from "../lines.ts";
import { escapeUnprintable, hexadecimal } from "../unprintable.ts";
import type { Text } from "./tree.ts";

/** A stretch of a text on its way to print: literal, or code that the builder replaces. */
type Part = { readonly literal: string; readonly reason: Reason } | { readonly code: string; readonly reason: Reason };

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const BARE = /^[A-Za-z0-9_@+=:,./-]*$/;

/** One word: the builder splits at blanks before it looks for quotes, so none may hold one. */
export function word(given: Text, parent: Reason): readonly Piece[] {
  const parts = partsOf(given, parent);
  const literals = parts.flatMap((part) => ("literal" in part ? [part.literal] : []));
  const isEmpty = parts.length === literals.length && literals.join("") === "";
  if (isEmpty || literals.some((literal) => /[\s\p{Cc}]/u.test(literal))) throw refusal("word", literals.join(""));
  const isBare = literals.every((literal) => BARE.test(literal));
  return isBare ? parts.map((part) => spelled(part, (literal) => literal)) : quotedParts(parts, parent);
}

/** A value after `NAME=`. */
export const quoted = (given: Text, parent: Reason): readonly Piece[] => quotedParts(partsOf(given, parent), parent);

/** A path in a JSON array. The builder undoes the JSON and reads the result as it reads a word. */
export function path(given: Text, parent: Reason): readonly Piece[] {
  const quote = piece('"', inherited(parent));
  const spell = (literal: string) => json(literal.replace(/[\\"'$]/g, (character) => `\\${character}`)).slice(1, -1);
  return [quote, ...partsOf(given, parent).map((part) => spelled(part, spell)), quote];
}

/** JSON has no long escape: what lies beyond U+FFFF is escaped as its two halves. */
export const json = (text: string): string =>
  escapeUnprintable(JSON.stringify(checked(text)), (codePoint) =>
    Array.from(String.fromCodePoint(codePoint).split(""), (half) => `\\u${hexadecimal(half.charCodeAt(0), 4)}`).join(
      "",
    ),
  );

export function argumentName(name: string): string {
  if (!NAME.test(name)) throw refusal("name", name);
  return name;
}

export const refusal = (what: string, text: string): Error =>
  new Error(`no ${what} of a Dockerfile: ${JSON.stringify(text)}`);

function quotedParts(parts: readonly Part[], parent: Reason): readonly Piece[] {
  const quote = piece('"', inherited(parent));
  return [quote, ...parts.map((part) => spelled(part, withinQuotes)), quote];
}

function partsOf(given: Text, parent: Reason): readonly Part[] {
  const [value, reason] = reveal(given, parent);
  if (typeof value === "string") return [{ literal: checked(value), reason }];
  if (value.kind === "concatenation") return value.parts.flatMap((part) => partsOf(part, reason));
  return [{ code: `\${${argumentName(value.name)}}`, reason }];
}

const spelled = (part: Part, spell: (literal: string) => string): Piece =>
  piece("code" in part ? part.code : spell(part.literal), part.reason);

/** The builder reads a file line by line and has no escape for a line break. */
function withinQuotes(literal: string): string {
  if (/[\n\r]/.test(literal)) throw refusal("line", literal);
  return literal.replace(/[\\"$]/g, (character) => `\\${character}`);
}

function checked(text: string): string {
  if (/\0|\p{Cs}/u.test(text)) throw refusal("text", text);
  return text;
}
