import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Variable, VariableType, VariableValue } from "../environment/variable.ts";
import { keyOf } from "../spec/expanded-spec.ts";
import { originOf } from "../spec/merged-spec.ts";
import type { Variable as VariableSpec, Variables } from "../spec/spec.gen.ts";
import { typeOf } from "../spec/variable-layer.ts";
import type { Context } from "./context.ts";
import { patternFault } from "./pattern.ts";
import { type Element, elements } from "./section.ts";

type Written = Extract<VariableSpec, object>;

export const resolveVariables = (context: Context, vars: Variables | undefined): readonly Variable[] =>
  elements<Written>(["vars"], vars as Readonly<Record<string, Written>> | undefined).map((element) =>
    resolveVariable(context, element),
  );

function resolveVariable(context: Context, { name, at, value }: Element<Written>): Variable {
  const variable: Variable = {
    name,
    at,
    type: typeOf(value as Readonly<Record<string, unknown>>) satisfies VariableType,
    value: value.default as VariableValue,
    description: value.description,
    min: value.min,
    max: value.max,
    pattern: value.pattern,
    env: value.env,
  };
  for (const finding of [...declarationFindings(variable), ...valueFindings(context, variable)])
    context.report(finding);
  return variable;
}

/** What is wrong with the declaration, whatever the value. */
function declarationFindings({ name, at, type, min, max, pattern }: Variable): readonly Diagnostic[] {
  const problem = (key: "min" | "max" | "pattern", problem: string): Diagnostic =>
    diagnose("variable-declaration", [...at, key], { name, key, problem });
  const fault = pattern === undefined ? undefined : patternFault(pattern);
  return [
    ...(type !== "number" && min !== undefined ? [problem("min", `limits numbers, and it is a ${type}`)] : []),
    ...(type !== "number" && max !== undefined ? [problem("max", `limits numbers, and it is a ${type}`)] : []),
    ...(type !== "string" && pattern !== undefined ? [problem("pattern", `is for texts, and it is a ${type}`)] : []),
    ...(min !== undefined && max !== undefined && min > max ? [problem("min", `is above its \`max\`, ${max}`)] : []),
    ...(fault === undefined ? [] : [diagnose("variable-pattern", [...at, "pattern"], fault)]),
  ];
}

function valueFindings(context: Context, variable: Variable): readonly Diagnostic[] {
  const { name, at, value } = variable;
  const place = [...at, "default"];
  if (value === undefined) return [];
  const problem = brokenLimit(variable);
  if (problem !== undefined) return [diagnose("variable-limit", place, { name, problem })];
  const { tree, path } = originOf(context.spec.merged, place);
  const written = tree.textOf(path);
  return typeof value === "number" && context.spec.parts.get(keyOf(place)) === undefined && isRewritten(written, value)
    ? [diagnose("variable-written", place, { written: written ?? "", value: String(value) })]
    : [];
}

/** `1.10` is the number 1.1; what `--var` gives is read by its declared type. */
const isRewritten = (written: string | undefined, value: number): boolean =>
  written !== undefined && written !== String(value) && !written.includes("=");

function brokenLimit({ type, value, min, max, pattern }: Variable): string | undefined {
  if (typeof value !== { string: "string", number: "number", bool: "boolean" }[type]) return `is no ${type}`;
  if (typeof value === "number" && min !== undefined && value < min) return `is below its \`min\`, ${min}`;
  if (typeof value === "number" && max !== undefined && value > max) return `is above its \`max\`, ${max}`;
  if (typeof value !== "string" || pattern === undefined || patternFault(pattern) !== undefined) return undefined;
  return new RegExp(pattern, "u").test(value) ? undefined : `does not match its \`pattern\`, \`${pattern}\``;
}
