import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Variable, VariableType, VariableValue } from "../environment/variable.ts";
import type { Variable as VariableSpec, Variables } from "../spec/spec.gen.ts";
import { typeOf } from "../spec/variable-layer.ts";
import type { Context } from "./context.ts";
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
  const limit = value.default === undefined ? undefined : brokenLimit(variable);
  if (limit !== undefined) context.report(diagnose("variable-limit", [...at, "default"], { name, limit }));
  return variable;
}

function brokenLimit({ type, value, min, max, pattern }: Variable): string | undefined {
  if (typeof value !== { string: "string", number: "number", bool: "boolean" }[type]) return "type";
  if (typeof value === "number" && min !== undefined && value < min) return "min";
  if (typeof value === "number" && max !== undefined && value > max) return "max";
  return typeof value === "string" && pattern !== undefined && !matches(pattern, value) ? "pattern" : undefined;
}

const matches = (pattern: string, value: string): boolean => {
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    return false;
  }
};
