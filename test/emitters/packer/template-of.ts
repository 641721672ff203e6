import { ansible } from "../../../src/emitters/ansible/index.ts";
import { packer } from "../../../src/emitters/packer/index.ts";
import { specc } from "../../support/specc.ts";

const compiled = (fragment: string) => specc(`targets: [packer, ansible]\n${fragment}`, [packer, ansible]);

/** The template of an image, as Packer reads it; a fragment with errors fails the test. */
export function templateOf(image: string, fragment: string): Template {
  const { files, diagnostics } = compiled(fragment);
  const file = files.get(`packer/${image}.json`);
  if (file === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return JSON.parse(file.printed.text) as Template;
}

export interface Template {
  readonly variables?: Readonly<Record<string, string>>;
  readonly builders: readonly Readonly<Record<string, unknown>>[];
  readonly provisioners: readonly Readonly<Record<string, unknown>>[];
}

/** Code and place of each finding that is Packer's. */
export const findingsOf = (fragment: string): readonly string[] =>
  compiled(fragment)
    .diagnostics.filter(({ code }) => code.startsWith("packer-"))
    .map(({ code, place }) => ("at" in place ? `${code} ${place.at.join(".")}` : code));
