/**
 * What a reader would not see or would see in the wrong place: controls, no-break space, soft hyphen, zero-width and
 * bidirectional marks, separators, private use, lone surrogates, tags. Spelled out where Unicode's own class grows with
 * its versions, so that all versions of Node print the same.
 */
const unprintable = (): RegExp =>
  /\p{Cc}|\p{Cs}|\p{Co}|\p{Zl}|\p{Zp}|[\u00a0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202f\u2060-\u206f\ufeff\ufff0-\uffff\u{e0000}-\u{e0fff}]/gu;

/** Most text is; Unicode's classes are not even loaded for it. */
const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

export type Escape = (codePoint: number) => string;

export function isPrintable(text: string): boolean {
  return isPlain(text) || text.search(unprintable()) === -1;
}

export function escapeUnprintable(text: string, spell: Escape): string {
  if (isPlain(text)) return text;
  return text.replaceAll(unprintable(), (character) => spell(character.codePointAt(0) ?? 0));
}

export const hexadecimal = (codePoint: number, digits: number): string => codePoint.toString(16).padStart(digits, "0");

/** `\u00e9` or `\U0001f600`: what both HCL and YAML understand. */
export const shortOrLongEscape: Escape = (codePoint) =>
  codePoint > 0xffff ? `\\U${hexadecimal(codePoint, 8)}` : `\\u${hexadecimal(codePoint, 4)}`;
