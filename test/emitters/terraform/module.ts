import type { Choice } from "../../../src/compiler/spec/load.ts";
import { terraform } from "../../../src/emitters/terraform/index.ts";
import { specc } from "../../support/specc.ts";

/** The files of the Terraform module that a fragment makes, by path; a fragment with errors fails the test. */
export function moduleOf(fragment: string, choice: Choice = {}): ReadonlyMap<string, string> {
  const { files, diagnostics } = specc(`targets: [terraform]\n${fragment}`, [terraform], choice);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return new Map([...files].map(([path, { printed }]) => [path.replace("terraform/", ""), printed.text]));
}

/** The block of a module that begins with this header, as it is printed. */
export function blockOf(module: ReadonlyMap<string, string>, header: string): string {
  const blocks = [...module.values()].flatMap((text) => text.split(/\n(?=\S)/));
  const found = blocks.findIndex((line) => line.startsWith(`${header} {`));
  if (found === -1) throw new Error(`there is no ${header}`);
  const [opening = "", closing = ""] = blocks.slice(found);
  return `${opening}\n${closing}`.trim();
}

/** The labels of all resources of a type. */
export const labelsOf = (module: ReadonlyMap<string, string>, type: string): readonly string[] =>
  [...module.values()].flatMap((text) =>
    [...text.matchAll(/^resource "(\w+)" "(\w+)"/gm)]
      .filter((match) => match[1] === type)
      .map((match) => match[2] ?? ""),
  );

/** The findings about a fragment, as `code at`. */
export const findingsOf = (fragment: string): readonly string[] =>
  specc(`targets: [terraform]\n${fragment}`, [terraform]).diagnostics.map(({ code, place }) =>
    "at" in place ? `${code} ${place.at.join(".")}` : code,
  );
