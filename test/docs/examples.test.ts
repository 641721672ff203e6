import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { emitters } from "../../src/emitters/index.ts";
import { builtSpecc, project, run } from "../cli/support.ts";
import { compileText, specc } from "../support/specc.ts";

/**
 * Every example of the documentation is run. The comment above a fenced block says what it is:
 * `<!-- file: PATH -->` the whole of a file, `<!-- part: PATH -->` consecutive lines of one, `<!-- spec -->` a spec that
 * compiles without a word, `<!-- fragment -->` a part of a spec that has the right shape, `<!-- run: ARGUMENTS -->` what specc prints, `<!-- shell -->` commands that are run elsewhere.
 */
interface Example {
  readonly document: string;
  readonly line: number;
  readonly kind: string;
  readonly argument: string;
  readonly text: string;
}

/** Languages that need no comment: they are no examples of specc. */
const prose = ["", "mermaid", "ts"];

const documents = [
  "README.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const examplesOf = (document: string): readonly Example[] => {
  const lines = readFileSync(document, "utf8").split("\n");
  return lines.flatMap((line, index) => {
    const language = /^```(\w+)$/.exec(line)?.[1];
    if (language === undefined || prose.includes(language)) return [];
    const end = lines.indexOf("```", index + 1);
    const [, kind = "none", argument = ""] = /^<!-- (\w+)(?:: (.*))? -->$/.exec(lines[index - 1] ?? "") ?? [];
    return [{ document, line: index + 1, kind, argument, text: `${lines.slice(index + 1, end).join("\n")}\n` }];
  });
};

const examples = documents.flatMap(examplesOf);

const command = builtSpecc();

/** A project with the example specs; the commands of a document run in it one after another. */
const workplace = (): string =>
  project(Object.fromEntries(["specs", "docs/examples"].flatMap(filesOf).map((path) => [path, readFileSync(path)])));

const filesOf = (folder: string): readonly string[] => readdirSync(folder).map((name) => `${folder}/${name}`);

const printedBy = (folder: string, args: string): string => {
  const { stdout, stderr } = run(command, folder, args.split(" "));
  return `$ specc ${args}\n${stderr}${stdout}`;
};

const judges: Readonly<Record<string, (example: Example) => void>> = {
  file: ({ argument, text }) => expect(text).toBe(readFileSync(argument, "utf8")),
  part: ({ argument, text }) =>
    expect(withoutIndentation(readFileSync(argument, "utf8"))).toContain(withoutIndentation(text)),
  spec: ({ text }) => expect(compileText(text, emitters).diagnostics).toEqual([]),
  fragment: ({ text }) => expect(codesOf(text).filter((code) => shape.includes(code))).toEqual([]),
  shell: ({ text }) => expect(text).not.toBe("\n"),
};

/** What the schema says of a spec; a fragment has the right shape and may miss what it refers to. */
const shape = ["unknown-key", "unknown-value", "wrong-type", "malformed-name", "malformed-value", "out-of-range"];

const codesOf = (fragment: string): readonly string[] => specc(fragment).diagnostics.map(({ code }) => code);

/** A part may be shown further left than it stands. */
const withoutIndentation = (text: string): string => text.replace(/^ +/gm, "");

it("finds the examples", () => expect(examples.length).toBeGreaterThan(5));

it.each(documents)("%s shows what the commands print", (document) => {
  const folder = workplace();
  for (const { document: of, kind, argument, text } of examples)
    if (of === document && kind === "run") expect(printedBy(folder, argument)).toBe(text);
});

describe("every other example is what it says", () => {
  const others = examples.filter(({ kind }) => kind !== "run");
  it.each(others)("$document line $line: $kind $argument", (example) => {
    const judge = judges[example.kind];
    expect(judge, "an example needs a comment that says how it is run").toBeDefined();
    judge?.(example);
  });
});
