import { escapeUnprintable, shortOrLongEscape } from "../unprintable.ts";

const BARE_KEY = /^[A-Za-z0-9_-]+$/;

export const tomlKey = (key: string): string => (BARE_KEY.test(key) ? key : tomlString(key));

export const tomlPath = (path: readonly string[]): string => path.map(tomlKey).join(".");

/** A JSON string is a basic string as well, but TOML escapes characters only, no halves of one. */
export function tomlString(text: string): string {
  if (/\p{Cs}/u.test(text)) throw new Error(`no TOML can hold ${JSON.stringify(text)}`);
  return escapeUnprintable(JSON.stringify(text), shortOrLongEscape);
}

/** Without a dot or an exponent it would be an integer, which readers keep in 64 bits. */
export function tomlNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`no TOML number of ours is ${value}`);
  const text = String(value);
  return Number.isSafeInteger(value) || /[.e]/.test(text) ? text : `${text}.0`;
}
