import { describe, expect, it } from "vitest";
import { parseSource } from "../../../src/compiler/source/parse.ts";
import { sourceFile } from "../../../src/compiler/source/source-file.ts";
import { sentenceOf } from "../../../src/compiler/source/syntax-errors.ts";
import { findingLine, sourceFindings } from "../../support/source-findings.ts";

const messages = (text: string): readonly string[] => {
  const file = sourceFile("spec.yaml", text);
  return parseSource(file).diagnostics.map((finding) => `${findingLine(file, finding)}: ${finding.message}`);
};

const helpOf = (text: string): string | undefined => parseSource(sourceFile("spec.yaml", text)).diagnostics[0]?.help;

describe("mistakes in the syntax", () => {
  it.each([
    ['a: "x', "1:6 yaml-syntax: the closing quote is missing"],
    ["a: {b: 1", "1:9 yaml-syntax: the closing `}` is missing"],
    ["a: [1, 2\nb: 3", "2:1 yaml-syntax: the closing `]` is missing"],
    ["a: [1,,2]", "1:7 yaml-syntax: a value is missing before this `,`"],
    ["a: ]", "1:4 yaml-syntax: this bracket closes nothing"],
    ["a: b: c", "1:4 yaml-syntax: a second `key:` stands on the same line"],
    ["a: 1\nfoo\nb: 2", "2:1 yaml-syntax: this is neither a key nor a value"],
    ['a: "\\q"', "1:5 yaml-syntax: this escape is not known in a double-quoted string"],
    ["a: 'x' y", "1:8 yaml-syntax: this text cannot stand here"],
    ['a: "x"#c', "1:7 yaml-syntax: a space is missing before `#`"],
    ["a:\n  b: 1\n c: 2", "3:1 yaml-syntax: the indentation does not fit the lines above"],
    ["a:\n\tb: 1", "2:1 tab-indentation: a tab is used as indentation"],
    ["a: & b", "1:4 yaml-syntax: an anchor or alias has no name"],
  ])("%j", (text, message) => expect(messages(text)).toEqual([message]));

  it("says in its own words what the parser complains about", () => {
    expect(sentenceOf("IMPOSSIBLE", "Map comment with trailing content").problem).toBe(
      "YAML has no meaning for this text",
    );
  });
});

describe("help", () => {
  it.each([
    ["host: *.example.com # all", 'quote it: `"*.example.com"`'],
    ['a: @"x"', "quote it: `'@\"x\"'`"],
    ["a: {url: http://${vars.host}:80, b: 1}", 'write `"http://${vars.host}:80"`'],
    ["a: {b: $${x}}", 'write `"$${x}"`'],
    ["a: {{ x }}/y", 'quote it: `"{{ x }}/y"`'],
  ])("%s", (text, help) => expect(helpOf(text)).toBe(help));
});

describe("findings", () => {
  it("come together and in the order of the file", () => {
    expect(sourceFindings("a: !x 1\nb: {c: ${d}}\ne: 1\ne: .inf\nf: @x")).toEqual([
      "1:4 yaml-tag",
      "2:8 reference-needs-quotes",
      "4:1 duplicate-key",
      "4:4 not-finite",
      "5:4 needs-quotes",
    ]);
  });

  it("are a hundred at most", () => {
    const text = Array.from({ length: 200 }, (_, at) => `k${at}: .inf`).join("\n");
    expect(sourceFindings(text)).toHaveLength(100);
  });

  it("point from a duplicate key to the first", () => {
    const [finding] = parseSource(sourceFile("spec.yaml", "a: 1\nb: 2\na: 3")).diagnostics;
    expect(finding?.related).toEqual([
      { place: { span: { file: "spec.yaml", start: 0, end: 1 } }, message: "first written here" },
    ]);
  });

  it("show no character that a terminal would obey", () => {
    expect(messages('"\\u202ea": &x\u00e9 1\n"\\u202ea": *x\x1b')).toEqual([
      "2:14 control-character: the control character `\\u{1b}` is not allowed",
    ]);
    expect(messages('"\\u202ea": 1\n"\\u202ea": 2').at(-1)).toBe(
      "2:2 bidirectional-character: the character `\\u{202e}`, which changes the direction of text, is not allowed",
    );
  });
});
