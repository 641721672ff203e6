import { parse, stringify } from "yaml";
import { fleet } from "../../../src/emitters/fleet/index.ts";
import { specc } from "../../support/specc.ts";

const compiled = (fragment: string) =>
  specc(stringify({ targets: ["fleet"], instances: { web: { count: 9 } }, ...(parse(fragment) as object) }), [fleet]);

/** A unit, without the header of its file. */
export function unitOf(file: string, fragment: string): string {
  const { files, diagnostics } = compiled(fragment);
  const unit = files.get(`fleet/${file}`);
  if (unit === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return unit.printed.text.slice(unit.printed.text.indexOf("["));
}

/** The comment over a unit. */
export function commentOf(file: string, fragment: string): string {
  const text = compiled(fragment).files.get(`fleet/${file}`)?.printed.text ?? "";
  return text.slice(0, text.indexOf("\n["));
}

export const unitNames = (fragment: string): readonly string[] => [...compiled(fragment).files.keys()];

/** The lines of a unit that set a directive, with those that continue them. */
export const directivesOf = (name: string, file: string, fragment: string): readonly string[] =>
  unitOf(file, fragment).match(new RegExp(`^${name}=(?:.*\\\\\\n)*.*$`, "gm")) ?? [];

/** The arguments of a command as systemd hands them on, with these for what it replaces. */
export function argumentsOf(command: string, replaced: Readonly<Record<string, string>>): readonly string[] {
  const words = command.replace(/^\w+=/, "").match(/"(?:[^"\\]|\\[\s\S])*"|[^\s"\\]+/g) ?? [];
  return words.map((word) =>
    word
      .replace(/^"|"$/g, "")
      .replace(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character))
      .replace(/\$\$|%%|\$\{\w+\}|%[a-z]/g, (code) =>
        /^(\$\$|%%)$/.test(code) ? code.slice(1) : (replaced[code] ?? code),
      ),
  );
}

/** Code, place and message of each of fleet's own findings. */
export const findingsOf = (fragment: string): readonly string[] =>
  compiled(fragment)
    .diagnostics.filter(({ code }) => code.startsWith("fleet-"))
    .map(({ code, place, message }) => `${code} at ${"at" in place ? place.at.join(".") : ""}: ${message}`);
