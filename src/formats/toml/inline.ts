import { inherited, join, noReason, type Piece, piece, type Reason, reveal, textOf } from "../lines.ts";
import { tomlKey, tomlNumber, tomlString } from "./scalar.ts";
import type { TomlNode } from "./tree.ts";

const WIDEST_LINE = 100;

/** A value after its key, on one line where it fits; TOML lets lists break, but no table inside braces. */
export function inline(given: TomlNode, column: number, parent: Reason): readonly Piece[] {
  const [value, reason] = reveal(given, parent);
  const line = onOneLine(given, parent);
  if (!isList(value) || value.length === 0 || column + textOf(line).length <= WIDEST_LINE) return line;
  const rows = value.filter(isDefined).map((item) => [...onOneLine(item, reason), piece(",", inherited(reason))]);
  return [piece("[\n  ", reason), ...join(rows, "\n  ", reason), piece("\n]", reason)];
}

function onOneLine(given: TomlNode, parent: Reason): readonly Piece[] {
  const [value, reason] = reveal(given, parent);
  if (typeof value === "string") return [piece(tomlString(value), reason)];
  if (typeof value === "number") return [piece(tomlNumber(value), reason)];
  if (typeof value === "boolean") return [piece(String(value), reason)];
  if (isList(value))
    return enclosed(
      "[",
      value.filter(isDefined).map((item) => onOneLine(item, reason)),
      "]",
      reason,
    );
  const entries = Object.entries(value ?? {}).filter(([, item]) => isDefined(item));
  return entries.length === 0
    ? [piece("{}", reason)]
    : enclosed(
        "{ ",
        entries.map((entry) => pair(entry, reason)),
        " }",
        reason,
      );
}

const pair = ([key, given]: readonly [string, TomlNode], reason: Reason): readonly Piece[] => [
  piece(`${tomlKey(key)} = `, inherited(reason)),
  ...onOneLine(given, reason),
];

const enclosed = (
  open: string,
  rows: readonly (readonly Piece[])[],
  close: string,
  reason: Reason,
): readonly Piece[] => [piece(open, inherited(reason)), ...join(rows, ", ", reason), piece(close, inherited(reason))];

const isList = (value: unknown): value is readonly TomlNode[] => Array.isArray(value);

/** What is undefined, traced or not, is not there. */
export const isDefined = (given: TomlNode): boolean => reveal(given, noReason)[0] !== undefined;
