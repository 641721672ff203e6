import { parse, stringify } from "yaml";
import type { Diagnostic } from "../../../src/compiler/diagnostics/diagnostic.ts";
import { nomad } from "../../../src/emitters/nomad/index.ts";
import { specc } from "../../support/specc.ts";

/** What other tools make of a fragment is of no interest here. */
const ours = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ code }) => code !== "no-target-emits");

const compiled = (fragment: string) =>
  specc(stringify({ targets: ["nomad"], instances: { web: {} }, ...(parse(fragment) as object) }), [nomad]);

/** The job file of an app, without its header. */
export function jobOf(app: string, fragment: string): string {
  const { files, diagnostics } = compiled(fragment);
  const file = files.get(`nomad/${app}.nomad.hcl`);
  if (file === undefined)
    throw new Error(
      ours(diagnostics)
        .map(({ message }) => message)
        .join("\n"),
    );
  return file.printed.text.split("\n").slice(2).join("\n");
}

/** Every block of a type in the job file of an app. */
export function blocksOf(type: string, app: string, fragment: string): string {
  const found = jobOf(app, fragment).matchAll(new RegExp(`^( *)${type} .*\\{\\n(?:.*\\n)*?\\1\\}\\n`, "gm"));
  return [...found].map(([text, indent = ""]) => text.replaceAll(new RegExp(`^${indent}`, "gm"), "")).join("\n");
}

/** Code, place and message of each finding. */
export const findingsOf = (fragment: string): readonly string[] =>
  ours(compiled(fragment).diagnostics).map(({ code, place, message }) => {
    const at = "at" in place ? place.at.join(".") : "";
    return `${code} at ${at}: ${message}`;
  });
