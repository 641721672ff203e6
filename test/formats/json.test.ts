import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { printJson } from "../../src/formats/json/print.ts";
import { json } from "../../src/formats/json/tree.ts";
import { type Origins, traced } from "../../src/formats/origin.ts";
import { anyTree, hostileStrings, surrounded } from "./strings.ts";

const at = (...path: readonly string[]): Origins[number] => ({ at: path });

describe("what JSON.parse reads", () => {
  test.each(hostileStrings)("%j", (text) => {
    expect(JSON.parse(printJson(json(surrounded(text))).text)).toEqual(surrounded(text));
  });

  it("is the tree that was printed", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        expect(JSON.parse(printJson(json(tree)).text)).toEqual(tree);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the layout", () => {
  it("has two spaces and keeps the order of keys", () => {
    expect(printJson(json({ b: [1, { c: null }], a: "x", none: undefined, empty: {}, list: [] })).text)
      .toMatchInlineSnapshot(`
      "{
        "b": [
          1,
          {
            "c": null
          }
        ],
        "a": "x",
        "empty": {},
        "list": []
      }
      "
    `);
  });

  it("shows what cannot be seen", () => {
    expect(printJson(json("a\u202eb\u{e0041}")).text).toBe('"a\\u202eb\\udb40\\udc41"\n');
  });
});

it("refuses what JSON has no number for", () => {
  expect(() => printJson(json(Number.NaN))).toThrow("NaN");
});

it("knows of each line why it is there", () => {
  const root = traced(
    { plain: 1, own: traced(2, at("own")), list: traced(["a", traced("b", at("b"))], at("list")) },
    at("root"),
  );
  const printed = printJson(json(root));
  expect(
    printed.text.split("\n").map((line, index) => [line.trim(), printed.origins[index]?.map(({ at }) => at.join("."))]),
  ).toEqual([
    ["{", ["root"]],
    ['"plain": 1,', ["root"]],
    ['"own": 2,', ["own"]],
    ['"list": [', ["list"]],
    ['"a",', ["list"]],
    ['"b"', ["b"]],
    ["]", ["list"]],
    ["}", ["root"]],
    ["", undefined],
  ]);
});
