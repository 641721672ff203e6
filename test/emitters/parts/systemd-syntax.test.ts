import fc from "fast-check";
import { expect, it } from "vitest";
import { environmentLine, execArgument, unitText } from "../../../src/emitters/parts/systemd-syntax.ts";

it.each([
  ["plain-word_1.2:/x", "plain-word_1.2:/x"],
  ["two words", '"two words"'],
  ["costs $5", '"costs $$5"'],
  ["100%", "100%%"],
  ['say "hi"', '"say \\"hi\\""'],
  ["back\\slash", '"back\\\\slash"'],
  ["two\nlines", '"two\\nlines"'],
  ["", '""'],
])("the argument %j", (value, expected) => expect(execArgument(value)).toBe(expected));

it("a description is one line in which a percent sign stands for itself", () => {
  expect(unitText("100% of\nwhat\\")).toBe("100%% of what");
});

/** How systemd reads a double-quoted value of an environment file. */
const read = (line: string): string =>
  line
    .slice(line.indexOf("=") + 2, -1)
    .replace(/\\([\s\S])/g, (whole, next: string) => ('"\\`$'.includes(next) ? next : whole));

it("systemd reads back what an environment file says", () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(read(environmentLine("NAME", value))).toBe(value);
    }),
    { numRuns: 300 },
  );
});
