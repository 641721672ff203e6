import { type Diagnostic, diagnose, type Result } from "../diagnostics/diagnostic.ts";
import type { SourceTree } from "../source/parse.ts";
import type { SourceFile } from "../source/source-file.ts";
import { isMap, type Layered, layer } from "./layer.ts";
import { nearest } from "./nearest.ts";

/** `--var name=value` as the last layer: a source of one value, so that `explain` can point at the command line. */
export function variableLayer(
  file: SourceFile,
  name: string,
  written: string,
  declared: Readonly<Record<string, unknown>>,
): Result<Layered> {
  const span = { file: file.path, start: 0, end: file.text.length };
  const variable = Object.hasOwn(declared, name) ? declared[name] : undefined;
  const failed = (finding: Diagnostic): Result<Layered> => ({ value: undefined, diagnostics: [finding] });
  if (!isMap(variable)) {
    const known = Object.keys(declared);
    return failed(diagnose("unknown-variable", { span }, { name, known, near: nearest(name, known) }));
  }
  const type = typeOf(variable);
  const value = typed(written, type);
  if (value === undefined) return failed(diagnose("variable-type", { span }, { name, type }));
  const root = { vars: { [name]: { default: value } } };
  const tree: SourceTree = { file, value: root, spanOf: () => span, textOf: () => file.text, styleOf: () => undefined };
  return { value: layer(tree, root, []), diagnostics: [] };
}

/** The declared type of a variable, else that of its default. */
export function typeOf(variable: Readonly<Record<string, unknown>>): "string" | "number" | "bool" {
  if (variable.type === "number" || variable.type === "bool" || variable.type === "string") return variable.type;
  if (typeof variable.default === "number") return "number";
  return typeof variable.default === "boolean" ? "bool" : "string";
}

function typed(written: string, type: "string" | "number" | "bool"): string | number | boolean | undefined {
  if (type === "string") return written;
  if (type === "bool") return written === "true" ? true : written === "false" ? false : undefined;
  const number = Number(written);
  return /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?$/.test(written) ? number : undefined;
}
