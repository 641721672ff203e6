import { inherited, join, noReason, type Piece, piece, printed, type Reason, reveal, type Untraced } from "../lines.ts";
import type { Printed } from "../origin.ts";
import { escapeUnprintable, hexadecimal } from "../unprintable.ts";
import type { JsonDocument, JsonNode } from "./tree.ts";

type Scalar = string | number | boolean | null;

export function printJson(document: JsonDocument): Printed {
  return printed([...node(document.root ?? null, "", noReason), piece("\n", noReason)]);
}

function node(given: JsonNode, indent: string, parent: Reason): readonly Piece[] {
  const [value, reason] = reveal(given, parent);
  if (isScalar(value)) return [piece(scalar(value), reason)];
  return Array.isArray(value) ? list(value, indent, reason) : map(Object.entries(value ?? {}), indent, reason);
}

function list(items: readonly JsonNode[], indent: string, reason: Reason): readonly Piece[] {
  const inner = `${indent}  `;
  const rows = items.filter(isDefined).map((item) => node(item, inner, inherited(reason)));
  return enclosed("[", rows, "]", indent, reason);
}

function map(entries: readonly (readonly [string, JsonNode])[], indent: string, reason: Reason): readonly Piece[] {
  const inner = `${indent}  `;
  const rows = entries
    .filter(([, value]) => isDefined(value))
    .map(([key, value]) => {
      const [, why] = reveal(value, inherited(reason));
      return [piece(`${quote(key)}: `, inherited(why)), ...node(value, inner, inherited(reason))];
    });
  return enclosed("{", rows, "}", indent, reason);
}

function enclosed(open: string, rows: readonly (readonly Piece[])[], close: string, indent: string, reason: Reason) {
  if (rows.length === 0) return [piece(`${open}${close}`, reason)];
  const around = inherited(reason);
  return [
    piece(`${open}\n${indent}  `, around),
    ...join(rows, `,\n${indent}  `, noReason),
    piece(`\n${indent}${close}`, around),
  ];
}

function isScalar(value: Untraced<JsonNode>): value is Scalar {
  return value === null || (typeof value !== "object" && value !== undefined);
}

/** A key or item whose value is undefined, traced or not, is not there. */
function isDefined(given: JsonNode): boolean {
  return reveal(given, noReason)[0] !== undefined;
}

function scalar(value: Scalar): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`JSON has no ${value}`);
  return JSON.stringify(value);
}

/** JSON has no long escape: what lies beyond U+FFFF is escaped as its two halves. */
function quote(text: string): string {
  return escapeUnprintable(JSON.stringify(text), (codePoint) =>
    Array.from(String.fromCodePoint(codePoint).split(""), (half) => `\\u${hexadecimal(half.charCodeAt(0), 4)}`).join(
      "",
    ),
  );
}
