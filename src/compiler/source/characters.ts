import type { Code } from "../diagnostics/catalogue.ts";

/**
 * Characters that no spec may hold, raw or escaped: what is not printable in YAML, and what a reviewer cannot see or
 * sees elsewhere than the machine (CVE-2021-42574). Explicit ranges, since Unicode property classes change with Node.
 */
const FORBIDDEN = {
  "control-character": "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f",
  "line-separator": "\\u2028\\u2029",
  "misplaced-byte-order-mark": "\\ufeff",
  "bidirectional-character": "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069",
  "invisible-character":
    "\\u00ad\\u180e\\u200b-\\u200d\\u2060-\\u2065\\u206a-\\u206f\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}",
  "unassigned-character": `\\ue000-\\uf8ff\\u{f0000}-\\u{10ffff}\\ufdd0-\\ufdef\\ufffe\\uffff${lastOfEachPlane()}`,
  "lone-surrogate": "\\ud800-\\udfff",
} satisfies Partial<Record<Code, string>>;

export type CharacterCode = keyof typeof FORBIDDEN | "lone-carriage-return";

export interface Hit {
  readonly code: CharacterCode;
  readonly offset: number;
  readonly character: string;
}

const ALL = Object.values(FORBIDDEN).join("");
const IN_SOURCE = new RegExp(`[${ALL}]|\\r(?!\\n)`, "u");
const IN_VALUE = new RegExp(`[${ALL}\\r]`, "u");
const NOT_ASCII = /[^ -~]/u;
const CLASSES = Object.entries(FORBIDDEN).map(
  ([code, range]) => [code as CharacterCode, new RegExp(`[${range}]`, "u")] as const,
);

/** The forbidden characters of a file's text, a carriage return without its line feed among them. */
export const forbiddenInSource = (text: string, limit: number): readonly Hit[] =>
  hits(text, IN_SOURCE, "lone-carriage-return", limit);

/** The forbidden characters of a value, where escapes may have made them; there a line ends with a line feed alone. */
export const forbiddenInValue = (value: string, limit: number): readonly Hit[] =>
  hits(value, IN_VALUE, "control-character", limit);

/** The text as a message may show it: whatever cannot be seen is written as `\u{202e}`. */
export const visible = (text: string): string =>
  NOT_ASCII.test(text)
    ? Array.from(text, (character) => (isVisible(character) ? character : escaped(character))).join("")
    : text;

const isVisible = (character: string): boolean => !/[\t\n]/.test(character) && !IN_VALUE.test(character);

const escaped = (character: string): string => `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`;

function hits(text: string, pattern: RegExp, otherwise: CharacterCode, limit: number): readonly Hit[] {
  if (!pattern.test(text)) return [];
  const found: Hit[] = [];
  for (const { 0: character, index } of text.matchAll(new RegExp(pattern, "gu"))) {
    found.push({ code: codeOf(character, otherwise), offset: index, character });
    if (found.length === limit) break;
  }
  return found;
}

const codeOf = (character: string, otherwise: CharacterCode): CharacterCode =>
  CLASSES.find(([, pattern]) => pattern.test(character))?.[0] ?? otherwise;

/** U+1FFFE and U+1FFFF, and the same two of each plane above, are no characters. */
function lastOfEachPlane(): string {
  return Array.from({ length: 14 }, (_, plane) => (plane + 1).toString(16))
    .map((plane) => `\\u{${plane}fffe}\\u{${plane}ffff}`)
    .join("");
}
