import { describe, expect, it } from "vitest";
import { parseSource } from "../../../src/compiler/source/parse.ts";
import { sourceFile } from "../../../src/compiler/source/source-file.ts";
import { sourceValue } from "../../support/source-findings.ts";

const MIB = 1024 * 1024;

const BOMBS: readonly (readonly [title: string, text: string])[] = [
  ["brackets", `a: ${"[".repeat(10_000)}${"]".repeat(10_000)}`],
  ["unclosed brackets", "[".repeat(8 * MIB)],
  ["dashes", "- ".repeat(4 * MIB)],
  ["colons", ": ".repeat(4 * MIB)],
  ["commas", `[${",".repeat(4 * MIB)}`],
  ["closing brackets", "]".repeat(4 * MIB)],
  ["quotes", '"" '.repeat(MIB)],
  ["stars", "* ".repeat(2 * MIB)],
  ["anchors", `a: ${"&a ".repeat(MIB)}`],
  ["tags", `a: ${"! ".repeat(MIB)}`],
  ["references", `a: [${"${x}, ".repeat(MIB)}]`],
  ["line breaks", "\n".repeat(8 * MIB)],
  ["documents", "---\n".repeat(400_000)],
  ["unknown escapes", Array.from({ length: 100 }, (_, at) => `a${at}: "${"\\q".repeat(30_000)}"\n`).join("")],
  ["control characters", "\0".repeat(8 * MIB)],
  [
    "a billion laughs",
    Array.from({ length: 10 }, (_, at) => `l${at + 1}: &l${at + 1} [${Array(9).fill(`*l${at}`)}]\n`).join(""),
  ],
];

/** The parser alone kills the process at the second deep document, so each is read twice in the same one. */
describe.each(BOMBS)("%s", (_, text) => {
  it.each(["at first", "again"])("is refused %s", () => {
    const began = performance.now();
    const { value, diagnostics } = parseSource(sourceFile("spec.yaml", text));
    expect({ value, refused: diagnostics.length > 0 }).toEqual({ value: undefined, refused: true });
    expect(diagnostics.length).toBeLessThanOrEqual(100);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

it("leaves the parser able to read on", () => expect(sourceValue("a: {b: [1]}")).toEqual({ a: { b: [1] } }));
