import type { Expression } from "../../../formats/hcl/tree.ts";
import { isTraced } from "../../../formats/origin.ts";

/** An expression as HCL code with every literal blanked, so that nothing but its references is left to read. */
export function codeOf(expression: Expression): string {
  const value = plain(expression);
  if (value === null || typeof value !== "object") return '""';
  if (isList(value)) return `[${codesOf(value)}]`;
  switch (value.kind) {
    case "reference":
      return value.path;
    case "call":
      return `${value.name}(${codesOf(value.arguments)})`;
    case "template":
      return `[${codesOf(value.parts)}]`;
    case "object":
      return `{${value.entries.map(([, entry]) => `"" = ${codeOf(entry)}`).join(", ")}}`;
    case "operation":
      return value.parts.map((part) => ("code" in part ? part.code : codeOf(part.operand))).join("");
  }
}

const codesOf = (expressions: readonly Expression[]): string => expressions.map(codeOf).join(", ");

/** An expression without the origins around it. */
export type PlainExpression = Exclude<Expression, { readonly value: Expression }>;

export function plain(expression: Expression): PlainExpression {
  return isTracedExpression(expression) ? plain(expression.value) : expression;
}

const isTracedExpression = (
  expression: Expression,
): expression is Extract<Expression, { readonly value: Expression }> => isTraced(expression);

export const isList = (expression: PlainExpression): expression is readonly Expression[] => Array.isArray(expression);
