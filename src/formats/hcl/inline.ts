import { inherited, join, type Piece, piece, type Reason, textOf } from "../lines.ts";
import { escapeQuoted, number, objectKey, quoted } from "./literal.ts";
import { literal, type Part, partsOf, settle, type Value } from "./template.ts";
import type { Expression, HclObject, Operation, Template } from "./tree.ts";

/** An expression on one line. */
export function inline(given: Expression, parent: Reason): readonly Piece[] {
  const [value, reason] = settle(given, parent);
  if (typeof value === "string") return [piece(quoted(value), reason)];
  if (typeof value === "number") return [piece(number(value), reason)];
  if (typeof value === "boolean" || value === null) return [piece(String(value), reason)];
  if ("kind" in value) return inlineNode(value, reason);
  return [piece("[", reason), ...inlineAll(value, reason), piece("]", reason)];
}

function inlineNode(value: Extract<Value, { kind: string }>, reason: Reason): readonly Piece[] {
  switch (value.kind) {
    case "reference":
      return [piece(value.path, reason)];
    case "call":
      return [piece(`${value.name}(`, reason), ...inlineAll(value.arguments, reason), piece(")", reason)];
    case "object":
      return inlineObject(value, reason);
    case "template":
      return inlineTemplate(value, reason);
    case "operation":
      return interleave(value, reason, inline);
  }
}

export function inlineAll(values: readonly Expression[], reason: Reason): readonly Piece[] {
  return join(
    values.map((value) => inline(value, inherited(reason))),
    ", ",
    reason,
  );
}

function inlineObject({ entries }: HclObject, reason: Reason): readonly Piece[] {
  if (entries.length === 0) return [piece("{}", reason)];
  const rows = entries.map(([key, value]) => [
    piece(`${objectKey(key)} = `, reason),
    ...inline(value, inherited(reason)),
  ]);
  return [piece("{ ", reason), ...join(rows, ", ", reason), piece(" }", reason)];
}

function inlineTemplate(template: Template, reason: Reason): readonly Piece[] {
  const parts = partsOf(template, reason);
  const content = parts.flatMap((part, index) => quotedPart(part, parts[index + 1]));
  return [piece('"', reason), ...content, piece('"', reason)];
}

function quotedPart(part: Part, next: Part | undefined): readonly Piece[] {
  if ("expression" in part) return interpolation(part.expression, part.reason);
  const { text, dollars } = literal(part.text, next);
  return [piece(`${escapeQuoted(text)}${dollars}`, part.reason)];
}

/** `terraform fmt` wants two braces in a row apart. */
export function interpolation(expression: Value, reason: Reason): readonly Piece[] {
  const inner = inline(expression, reason);
  const text = textOf(inner);
  const [open, close] = [text.startsWith("{") ? "${ " : "${", text.endsWith("}") ? " }" : "}"];
  return [piece(open, reason), ...inner, piece(close, reason)];
}

type PrintOperand = (operand: Expression, reason: Reason, index: number) => readonly Piece[];

/** Code and operands in turn; an operand that is an operation itself keeps together. */
export function interleave({ parts }: Operation, reason: Reason, print: PrintOperand): readonly Piece[] {
  return parts.flatMap((part, index) => {
    if ("code" in part) return [piece(part.code, reason)];
    const pieces = print(part.operand, inherited(reason), index);
    const [open, close] = isLoose(settle(part.operand, reason)[0], parts[index - 1]) ? ["(", ")"] : ["", ""];
    return [piece(open, reason), ...pieces, piece(close, reason)];
  });
}

type OperationPart = Operation["parts"][number];

/** What `for` goes over ends at a colon, and a comprehension at its bracket; all else needs parentheses. */
function isLoose(operand: Value, before: OperationPart | undefined): boolean {
  if (typeof operand !== "object" || operand === null || !("kind" in operand) || operand.kind !== "operation")
    return false;
  const isGoneOver = before !== undefined && "code" in before && before.code.endsWith(" in ");
  return !isGoneOver && !isComprehension(operand);
}

function isComprehension({ parts }: Operation): boolean {
  const [first, last] = [parts[0], parts.at(-1)].map((part) => (part !== undefined && "code" in part ? part.code : ""));
  return /^(?:\[|\{ ?)for /.test(first ?? "") && /[\]}]$/.test(last ?? "");
}
