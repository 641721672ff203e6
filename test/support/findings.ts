import { type Compilation, compile } from "../../src/compiler/compile.ts";
import { checkFindings } from "../../src/compiler/diagnostics/catalogue/check.ts";
import { languageFindings } from "../../src/compiler/diagnostics/catalogue/language.ts";
import type { Diagnostic } from "../../src/compiler/diagnostics/diagnostic.ts";
import type { Environment } from "../../src/compiler/environment/environment.ts";
import { sourceFile } from "../../src/compiler/source/source-file.ts";
import type { Choice } from "../../src/compiler/spec/load.ts";
import { locate } from "../../src/compiler/spec/merged-spec.ts";
import { compileText, reader } from "./specc.ts";

export type Files = Readonly<Record<string, string>>;

const head = "specc: 1\nname: shop\nprovider: {kind: aws, region: eu-west-1}\n";

/** The text of a whole spec, with its first lines where a test leaves them out. */
export const wholeSpec = (fragment: string): string => (/^specc:/m.test(fragment) ? fragment : head + fragment);

/** The environment that a text means as it is written; one with errors fails the test. */
export function environmentIn(fragment: string, choice: Choice = {}): Environment {
  const { environment, diagnostics } = compileText(wholeSpec(fragment), [], choice);
  if (environment === undefined)
    throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return environment;
}

const spoken: ReadonlySet<string> = new Set([...Object.keys(languageFindings), ...Object.keys(checkFindings)]);

/** What the language itself finds wrong, each as its code and the text that it points at. */
export function found(spec: string | Files, choice: Choice = {}): readonly string[] {
  return languageDiagnostics(spec, choice).map(({ code, text }) => `${code} ${text}`);
}

/** The sentences of what the language itself finds wrong. */
export const said = (spec: string | Files, choice: Choice = {}): readonly string[] =>
  languageDiagnostics(spec, choice).map(({ message, help }) => (help === undefined ? message : `${message}; ${help}`));

function languageDiagnostics(
  spec: string | Files,
  choice: Choice,
): readonly (Diagnostic & { readonly text: string })[] {
  const files = typeof spec === "string" ? { "spec.yaml": wholeSpec(spec) } : spec;
  const compilation = compile("spec.yaml", reader(files), choice, []);
  return compilation.diagnostics
    .filter(({ code }) => spoken.has(code))
    .map((diagnostic) => ({ ...diagnostic, text: pointedAt(diagnostic, compilation, files) }));
}

function pointedAt({ place }: Diagnostic, { merged }: Compilation, files: Files): string {
  const span = "span" in place ? place.span : merged && locate(merged, place);
  if (span === undefined) return "";
  const text = files[span.file];
  return text === undefined ? span.file : sourceFile(span.file, text).text.slice(span.start, span.end);
}

/** A choice of `--var name=value`. */
export const choosing = (variables: Readonly<Record<string, string>>): Choice => ({
  variables: new Map(Object.entries(variables)),
});
