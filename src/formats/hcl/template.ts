import { type Reason, reveal, type Untraced } from "../lines.ts";
import { escapeTemplate, number } from "./literal.ts";
import type { Expression, Template } from "./tree.ts";

export type Value = Untraced<Expression>;

/** A template's part on its way to text: literal text, or an expression to interpolate. */
export type Part =
  { readonly text: string; readonly reason: Reason } | { readonly expression: Value; readonly reason: Reason };

/** The parts of a text without templates in templates; a literal that says nothing is left out. */
export function partsOf(value: string | Template, reason: Reason): readonly Part[] {
  if (typeof value === "string") return value === "" ? [] : [{ text: value, reason }];
  return value.parts.flatMap((given) => partOf(...reveal(given, reason)));
}

function partOf(value: Value, reason: Reason): readonly Part[] {
  if (typeof value === "string" || isTemplate(value)) return partsOf(value, reason);
  if (typeof value === "number") return [{ text: number(value), reason }];
  if (typeof value === "boolean") return [{ text: String(value), reason }];
  return [{ expression: value, reason }];
}

/**
 * The value below its traces. A template that is nothing but one expression is that expression: `terraform fmt` takes
 * `"${x}"` apart as well.
 */
export function settle(given: Expression, parent: Reason): readonly [value: Value, reason: Reason] {
  const [value, reason] = reveal(given, parent);
  const parts = isTemplate(value) ? partsOf(value, reason) : [];
  const [first] = parts;
  const isSole = parts.length === 1 && first !== undefined && "expression" in first;
  return isSole ? settle(first.expression, first.reason) : [value, reason];
}

export function isTemplate(value: Value): value is Template {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "template";
}

/**
 * A literal with its template markers escaped, given the part after it. Before an interpolation a `$` would escape the
 * interpolation itself, so it is interpolated too.
 */
export function literal(text: string, next: Part | undefined): { readonly text: string; readonly dollars: string } {
  if (next !== undefined && "text" in next) return { text: escapeTemplate(text, next.text), dollars: "" };
  const dollars = next === undefined ? "" : (/\$+$/.exec(text)?.[0] ?? "");
  const before = escapeTemplate(text.slice(0, text.length - dollars.length), "");
  return { text: before, dollars: dollars === "" ? "" : `\${"${dollars}"}` };
}
