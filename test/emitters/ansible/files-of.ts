import { ansible } from "../../../src/emitters/ansible/index.ts";
import { specc } from "../../support/specc.ts";

const compiled = (fragment: string) => specc(`targets: [ansible]\n${fragment}`, [ansible]);

/** The files that a fragment makes, by path and without their headers; a fragment with errors fails the test. */
export function filesOf(fragment: string): ReadonlyMap<string, string> {
  const { files, diagnostics } = compiled(fragment);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return new Map(
    [...files].map(([path, { printed }]) => [
      path.replace("ansible/", ""),
      printed.text.replace(/^# Code generated .*\n\n?/m, ""),
    ]),
  );
}

/** Code and place of each finding that is Ansible's. */
export const findingsOf = (fragment: string): readonly string[] =>
  compiled(fragment)
    .diagnostics.filter(({ code }) => code.startsWith("ansible-"))
    .map(({ code, place }) => ("at" in place ? `${code} ${place.at.join(".")}` : code));
