import { inherited, noReason, type Piece, piece, type Reason, textOf } from "../lines.ts";
import { type Assignment, aligned } from "./assignments.ts";
import { heredoc, isHeredoc } from "./heredoc.ts";
import { inline, inlineAll, interleave } from "./inline.ts";
import { objectKey } from "./literal.ts";
import { settle, type Value } from "./template.ts";
import type { Call, Expression, HclObject, Operation } from "./tree.ts";

/** Where an expression begins: below which indentation, after how many columns. */
interface Place {
  readonly indent: string;
  readonly column: number;
}

const WIDEST_LINE = 100;

/** `name = value`, where a text of several lines may be a heredoc. */
export function assignment(name: string, value: Expression, indent: string, parent: Reason): Assignment {
  const [, reason] = settle(value, parent);
  const place = { indent, column: indent.length + name.length + 3 };
  return { name, value: assigned(value, place, parent), reason };
}

function assigned(given: Expression, place: Place, parent: Reason): readonly Piece[] {
  const [value, reason] = settle(given, parent);
  if (isHeredoc(value)) return heredoc(value, place.indent, reason);
  return isCallOnHeredoc(value) ? hug(value, place, reason) : spread(given, place, parent);
}

/** An expression on as many lines as it needs. */
function spread(given: Expression, place: Place, parent: Reason): readonly Piece[] {
  const [value, reason] = settle(given, parent);
  if (isFlat(value)) {
    const line = inline(value, reason);
    if (!isBreakable(value) || place.column + textOf(line).length <= WIDEST_LINE) return line;
  }
  return broken(value, place, reason);
}

function broken(value: Value, place: Place, reason: Reason): readonly Piece[] {
  if (typeof value !== "object" || value === null) return inline(value, reason);
  if (!("kind" in value)) return rows("[", value, "]", place, reason);
  switch (value.kind) {
    case "object":
      return layOutObject(value, place, reason);
    case "call":
      return isHuggable(value)
        ? hug(value, place, reason)
        : rows(`${value.name}(`, value.arguments, ")", place, reason);
    case "operation":
      return layOutOperation(value, place, reason);
    default:
      return inline(value, reason);
  }
}

/** Elements or arguments one a line; HCL allows the last comma in both. */
function rows(open: string, values: readonly Expression[], close: string, { indent }: Place, reason: Reason) {
  const inner = `${indent}  `;
  const lines = values.map((value) => [
    piece(inner, reason),
    ...spread(value, { indent: inner, column: inner.length }, inherited(reason)),
    piece(",\n", inherited(reason)),
  ]);
  return [piece(`${open}\n`, reason), ...lines.flat(), piece(`${indent}${close}`, reason)];
}

function layOutObject({ entries }: HclObject, { indent }: Place, reason: Reason): readonly Piece[] {
  const inner = `${indent}  `;
  const around = inherited(reason);
  const lines = entries.map(([key, value]) => assignment(objectKey(key), value, inner, around));
  return [piece(`{\n${inner}`, reason), ...aligned(lines, inner, around), piece(`\n${indent}}`, reason)];
}

/** A call whose last argument alone goes over several lines: `jsonencode({`. */
function hug({ name, arguments: given }: Call, place: Place, reason: Reason): readonly Piece[] {
  const last = given.at(-1) ?? null;
  const first = given.slice(0, -1);
  const around = inherited(reason);
  // The closing marker of a heredoc stands alone on its line.
  const close = isHeredoc(settle(last, around)[0]) ? `\n${place.indent})` : ")";
  const before = first.length === 0 ? [] : [...inlineAll(first, reason), piece(", ", around)];
  return [piece(`${name}(`, reason), ...before, ...assigned(last, place, around), piece(close, reason)];
}

/** `terraform fmt` indents what follows a value of several lines, so only the last operand may be one. */
function layOutOperation(value: Operation, place: Place, reason: Reason): readonly Piece[] {
  const last = value.parts.findLastIndex((part) => "operand" in part);
  return interleave(value, reason, (operand, why, index) =>
    index === last ? spread(operand, place, why) : inline(operand, why),
  );
}

/** Whether people would write it on one line if it fits. */
function isFlat(given: Expression): boolean {
  const [value] = settle(given, noReason);
  if (typeof value !== "object" || value === null) return true;
  if (!("kind" in value)) return value.every((item) => isFlat(item) && !isFilledList(settle(item, noReason)[0]));
  if (value.kind === "object") return value.entries.length === 0;
  if (value.kind === "call") return value.arguments.every(isFlat);
  return value.kind !== "operation" || value.parts.every((part) => "code" in part || isFlat(part.operand));
}

const isFilledList = (value: Value): boolean => Array.isArray(value) && value.length > 0;

const isCall = (value: Value): value is Call =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "call";

const isBreakable = (value: Value): boolean => isFilledList(value) || (isCall(value) && value.arguments.length > 0);

const isHuggable = ({ arguments: given }: Call): boolean =>
  given.slice(0, -1).every(isFlat) && !isFlat(given.at(-1) ?? null);

/** `base64encode(<<-EOT`: the text is the last argument, or that of a call in its place. */
function isCallOnHeredoc(value: Value): value is Call {
  if (!isCall(value) || !value.arguments.slice(0, -1).every(isFlat)) return false;
  const [last] = settle(value.arguments.at(-1) ?? null, noReason);
  return isHeredoc(last) || isCallOnHeredoc(last);
}
