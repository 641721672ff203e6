import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { compileText } from "../../support/specc.ts";

const showcase = readFileSync("specs/dev.yaml", "utf8");

/** The same maps with their keys in another order, drawn by the seed. */
function shuffled(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, next));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => ({ key, item: shuffled(item, next), rank: next() }));
  return Object.fromEntries(entries.sort((a, b) => a.rank - b.rank).map(({ key, item }) => [key, item]));
}

describe("the order of keys", () => {
  it.each(["dev", "prod"])("means nothing in %s", (environment) => {
    const expected = compileText(showcase, [], { environment }).environment;
    expect(expected).toBeDefined();
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 50, maxLength: 200 }), (numbers) => {
        let index = 0;
        const next = (): number => numbers[index++ % numbers.length] ?? 0;
        const text = stringify(shuffled(parse(showcase), next));
        expect(compileText(text, [], { environment }).environment).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});
