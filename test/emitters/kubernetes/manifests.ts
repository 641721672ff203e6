import { parse, stringify } from "yaml";
import type { Diagnostic } from "../../../src/compiler/diagnostics/diagnostic.ts";
import { kubernetes } from "../../../src/emitters/kubernetes/index.ts";
import { compileText } from "../../support/specc.ts";

const minimal = { specc: 1, name: "shop", targets: ["kubernetes"] };

const compiled = (fragment: string) =>
  compileText(stringify({ ...minimal, ...(parse(fragment) as object) }), [kubernetes]);

/** The files of a fragment by name, without the header that all have; a fragment with errors fails the test. */
export function manifests(fragment: string): Readonly<Record<string, string>> {
  const { files, diagnostics } = compiled(fragment);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return Object.fromEntries(
    [...files].map(([path, { printed }]) => [name(path), printed.text.replace(/^# Code.*\n/, "")]),
  );
}

const name = (path: string): string => path.replace("kubernetes/", "").replace(".yaml", "");

/** The lines of a key and what is below it, moved to the left. */
export function section(manifest: string | undefined, key: string): string {
  const lines = (manifest ?? "").split("\n");
  const start = lines.findIndex((line) => line.trim() === `${key}:` || line.trim().startsWith(`${key}: `));
  if (start < 0) return "";
  const indent = lines[start]?.search(/\S/) ?? 0;
  const length = lines.slice(start + 1).findIndex((line) => line.search(/\S/) <= indent);
  return lines
    .slice(start, start + 1 + length)
    .map((line) => line.slice(indent))
    .join("\n");
}

/** What is found by the checks of this target: the code, the place and the sentence. */
export function findings(fragment: string): readonly string[] {
  const { environment, diagnostics } = compiled(fragment);
  if (environment === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return diagnostics
    .filter(({ code }) => code.startsWith("kubernetes-"))
    .map(({ code, place, message }) => `${code} at ${shown(place)}: ${message}`);
}

const shown = (place: Diagnostic["place"]): string => ("at" in place ? place.at.join(".") : "");
