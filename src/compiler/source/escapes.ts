import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { characterFinding } from "./character-finding.ts";
import { forbiddenInValue } from "./characters.ts";
import { LIMITS } from "./limits.ts";
import type { SourceFile } from "./source-file.ts";

const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/gs;
const LETTERS: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  v: "\v",
  r: "\r",
  N: "\x85",
  L: "\u2028",
  P: "\u2029",
};

/** Forbidden characters that a double-quoted string spells as escapes, each at its escape. */
export function escapeFindings(file: SourceFile, start: number, end: number, value: string): readonly Diagnostic[] {
  const hits = forbiddenInValue(value, LIMITS.findings);
  if (hits.length === 0) return [];
  const written = Array.from(file.text.slice(start, end).matchAll(ESCAPE));
  return hits.map(({ code, character }) => {
    const [match] = written.splice(0, written.findIndex(([source]) => decoded(source) === character) + 1).slice(-1);
    const at = start + (match?.index ?? 0);
    return characterFinding(code, { file: file.path, start: at, end: match ? at + match[0].length : end }, character);
  });
}

function decoded(source: string): string | undefined {
  if (source.length === 2) return LETTERS[source.charAt(1)];
  const point = Number.parseInt(source.slice(2), 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
