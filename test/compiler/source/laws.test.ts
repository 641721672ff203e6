import fc from "fast-check";
import { expect, it } from "vitest";
import { parseSource } from "../../../src/compiler/source/parse.ts";
import { sourceFile } from "../../../src/compiler/source/source-file.ts";
import { sourceValue } from "../../support/source-findings.ts";

const PIECES = [
  "a",
  "b: ",
  "c:\n",
  "- ",
  "{",
  "}",
  "[",
  "]",
  ", ",
  "&x ",
  "*x",
  "${",
  "'",
  '"',
  "|\n",
  " ",
  "\n",
  "? ",
  "!t ",
  "---\n",
  "%",
  "#",
  "\\u",
  "1",
];

it("every text is either a tree or has findings that lie inside it", () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      const { value, diagnostics } = parseSource(sourceFile("spec.yaml", text));
      expect(value === undefined).toBe(diagnostics.length > 0);
      for (const { place } of diagnostics) {
        const { start, end } = "span" in place ? place.span : { start: -1, end: -1 };
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }
    }),
    { numRuns: 2000, seed: 7 },
  );
});

it("JSON means what it says", () => {
  const scalar = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string());
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      scalar,
      fc.array(tie("tree")),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie("tree")),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const text = JSON.stringify({ value }).replaceAll("\x7f", "");
      fc.pre(!/"(constructor|prototype)":/.test(text));
      expect(JSON.parse(JSON.stringify(sourceValue(text)))).toEqual(JSON.parse(text));
    }),
    { numRuns: 500, seed: 7 },
  );
});
