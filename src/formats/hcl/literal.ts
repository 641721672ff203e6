import { escapeUnprintable, shortOrLongEscape } from "../unprintable.ts";

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Labels take no templates, so nothing that could begin one. */
const LABEL = /^[A-Za-z0-9_.*/-]+$/;

/** As a key, `for` would begin a comprehension, and the others would be the constants of that name. */
const WORDS: ReadonlySet<string> = new Set(["for", "true", "false", "null"]);

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

export function identifier(name: string): string {
  if (!IDENTIFIER.test(name)) throw new Error(`${JSON.stringify(name)} is no HCL identifier`);
  return name;
}

export function label(text: string): string {
  if (!LABEL.test(text)) throw new Error(`${JSON.stringify(text)} is no HCL label`);
  return `"${text}"`;
}

export const quoted = (text: string): string => `"${escapeQuoted(escapeTemplate(text, ""))}"`;

/** What stands between the quotes, after template markers have been escaped. */
export function escapeQuoted(text: string): string {
  return escapeUnprintable(
    text.replaceAll(/["\\\n\r\t]/g, (character) => ESCAPES[character] ?? character),
    shortOrLongEscape,
  );
}

/** `${` and `%{` begin a template; `$` and `%` are special nowhere else. `next` is the text that follows. */
export function escapeTemplate(text: string, next: string): string {
  const marked = `${text}${next.slice(0, 1)}`.replaceAll(/[$%](?=\{)/g, (character) => `${character}${character}`);
  return next === "" ? marked : marked.slice(0, -1);
}

/**
 * An object's key. `terraform fmt` aligns by what it counts as one character; where that is not one code point,
 * escapes keep its count and ours the same.
 */
export function objectKey(name: string): string {
  if (IDENTIFIER.test(name) && !WORDS.has(name)) return name;
  const key = quoted(name);
  if (charactersOf(key) === [...key].length) return key;
  return key.replaceAll(/[^ -~]/gu, (character) => shortOrLongEscape(character.codePointAt(0) ?? 0));
}

/** What `terraform fmt` counts. Loading Unicode's rules takes longer than printing a file, so not for ASCII. */
const charactersOf = (key: string): number =>
  /^[ -~]*$/.test(key) ? key.length : [...new Intl.Segmenter("en").segment(key)].length;

/** Columns of a key as `objectKey` leaves it. */
export const widthOf = (key: string): number => [...key].length;

/** JavaScript's notation of a number is HCL's too. */
export function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`HCL has no ${value}`);
  return String(value);
}
