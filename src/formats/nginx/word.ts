import { inherited, type Piece, piece, type Reason, reveal } from "../lines.ts";
import type { Word } from "./tree.ts";

/** A stretch of a word on its way to print: literal, or code that nginx replaces. */
type Part = { readonly literal: string; readonly reason: Reason } | { readonly name: string; readonly reason: Reason };

const NAME = /^[a-z][a-z0-9_]*$/;

/** What stands in a word without quotes. A `#` begins a comment, and a brace, a quote or a semicolon ends a word. */
const BARE = /^[A-Za-z0-9_@%+=:,./~*^?!&|()[\]<>-]+$/;

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** One parameter, in quotes where it needs them. */
export function word(given: Word, parent: Reason): readonly Piece[] {
  const parts = partsOf(given, parent);
  const isBare = parts.length > 0 && parts.every((part) => "name" in part || BARE.test(part.literal));
  if (isBare) return parts.map((part, index) => spelled(part, parts[index + 1], (literal) => literal));
  const quote = piece('"', inherited(parent));
  return [quote, ...parts.map((part, index) => spelled(part, parts[index + 1], escaped)), quote];
}

function partsOf(given: Word, parent: Reason): readonly Part[] {
  const [value, reason] = reveal(given, parent);
  if (typeof value === "string") return value === "" ? [] : [{ literal: checked(value), reason }];
  if (value.kind === "concatenation") return value.parts.flatMap((part) => partsOf(part, reason));
  return [{ name: checkedName(value.name), reason }];
}

/** Braces keep a variable's name apart from what follows it. */
function spelled(part: Part, next: Part | undefined, spell: (literal: string) => string): Piece {
  if ("literal" in part) return piece(spell(part.literal), part.reason);
  const isTouched = next !== undefined && "literal" in next && /^[A-Za-z0-9_]/.test(next.literal);
  return piece(isTouched ? `\${${part.name}}` : `$${part.name}`, part.reason);
}

const escaped = (literal: string): string =>
  literal.replace(/[\\"\n\r\t]/g, (character) => ESCAPES[character] ?? character);

/** nginx has no escape for a dollar, and reads a configuration up to its first NUL. */
function checked(literal: string): string {
  if (/[$\0]|\p{Cs}/u.test(literal)) throw new Error(`nginx cannot say ${JSON.stringify(literal)}`);
  return literal;
}

function checkedName(name: string): string {
  if (!NAME.test(name)) throw new Error(`no variable of nginx: ${JSON.stringify(name)}`);
  return name;
}
