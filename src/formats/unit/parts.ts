import { type Piece, piece, type Reason, reveal } from "../lines.ts";
import type { Argument, Text } from "./tree.ts";

/** A stretch of a text on its way to print: literal, or code that systemd replaces. */
export type Part =
  { readonly literal: string; readonly reason: Reason } | { readonly code: string; readonly reason: Reason };

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
const SPECIFIER = /^[A-Za-z]$/;

/** The parts of a text without texts in texts. */
export function partsOf(given: Text | Argument, parent: Reason): readonly Part[] {
  const [value, reason] = reveal<Text | Argument>(given, parent);
  if (typeof value === "string") return [{ literal: checked(value), reason }];
  switch (value.kind) {
    case "concatenation":
      return value.parts.flatMap((part) => partsOf(part, reason));
    case "specifier":
      return [{ code: `%${named(value.letter, SPECIFIER, "specifier")}`, reason }];
    case "variable":
      return [{ code: `\${${variableName(value.name)}}`, reason }];
  }
}

export const isLiteral = (part: Part): part is Extract<Part, { readonly literal: string }> => "literal" in part;

/** The parts as text, the literal ones spelled as their place demands. */
export const spelled = (parts: readonly Part[], spell: (literal: string) => string): readonly Piece[] =>
  parts.map((part) => piece(isLiteral(part) ? spell(part.literal) : part.code, part.reason));

export const variableName = (name: string): string => named(name, VARIABLE, "variable");

export function named(name: string, pattern: RegExp, what: string): string {
  if (!pattern.test(name)) throw new Error(`no ${what} of a unit: ${JSON.stringify(name)}`);
  return name;
}

/** systemd reads UTF-8 up to the first NUL and takes no halves of characters and no code points that are none. */
function checked(text: string): string {
  if (/^[\t\n -~]*$/.test(text)) return text;
  if (/[\0\p{Cs}\p{Noncharacter_Code_Point}]/u.test(text)) throw new Error(`no unit can hold ${JSON.stringify(text)}`);
  return text;
}
