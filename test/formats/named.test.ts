import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { printNamed } from "../../src/formats/named/print.ts";
import { because, block, clause, keyword, named } from "../../src/formats/named/tree.ts";
import { traced } from "../../src/formats/origin.ts";
import { anyString, hostileStrings } from "./strings.ts";

const sayable = (text: string): boolean => !/\p{Cc}|\p{Cs}/u.test(text);

/** The one text, read as BIND's lexer does: to the next quote that no backslash stands before. */
function readBack(text: string): string {
  const printed = printNamed(named([clause("directory", text), clause("version", keyword("none"))])).text;
  const [, inner] = /^directory "((?:[^"\\]|\\.)*)";\n\nversion none;\n$/su.exec(printed) ?? [];
  return (inner ?? `unreadable: ${printed}`).replace(/\\(.)/gsu, "$1");
}

describe("what BIND reads of a text", () => {
  test.each(hostileStrings.filter(sayable))("%j", (text) => {
    expect(readBack(text)).toBe(text);
  });

  it("is the text that was printed", () => {
    fc.assert(
      fc.property(anyString.filter(sayable), (text) => {
        expect(readBack(text)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test.each(["a\nb", "a\0b", "\ud800"])("or it is refused: %j", (text) => {
    expect(() => readBack(text)).toThrow("BIND cannot say");
  });
});

test.each(["a b", "", "a;", "{", '"a"'])("no word: %j", (text) => {
  expect(() => printNamed(named([clause("type", keyword(text))]))).toThrow("no word");
});

it("is laid out as BIND's manual does it, and tells for each line why it is there", () => {
  const { text, origins } = printNamed(
    named(
      [
        because(
          [{ at: ["dns"] }],
          block(
            "zone",
            ["internal"],
            [
              clause("type", keyword("master")),
              block("allow-update", [], [clause("key", traced("dnskey", { at: ["secrets", "dnskey"] }))]),
              block("allow-transfer", [], [clause("none")]),
            ],
          ),
        ),
      ],
      "Generated.",
    ),
  );
  expect(text).toBe(`# Generated.

zone "internal" {
    type master;
    allow-update { key "dnskey"; };
    allow-transfer { none; };
};
`);
  expect(origins[3]).toEqual([{ at: ["dns"] }]);
  expect(origins[4]).toEqual([{ at: ["secrets", "dnskey"] }]);
});
