import type { Diagnostic } from "../../src/compiler/diagnostics/diagnostic.ts";
import { parseSource } from "../../src/compiler/source/parse.ts";
import { type SourceFile, sourceFile } from "../../src/compiler/source/source-file.ts";

/** What parsing a text finds, each as `line:column code`. */
export function sourceFindings(text: string): readonly string[] {
  const file = sourceFile("spec.yaml", text);
  return parseSource(file).diagnostics.map((finding) => findingLine(file, finding));
}

/** A finding as `line:column code`. */
export function findingLine(file: SourceFile, { code, place }: Diagnostic): string {
  if (!("span" in place)) return `${place.at.join(".")} ${code}`;
  const { line, column } = file.positionAt(place.span.start);
  return `${line}:${column} ${code}`;
}

/** The plain data of a text that has no findings. */
export function sourceValue(text: string): unknown {
  const { value, diagnostics } = parseSource(sourceFile("spec.yaml", text));
  if (value === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return value.value;
}
