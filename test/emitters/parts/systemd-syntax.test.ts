import fc from "fast-check";
import { expect, it } from "vitest";
import { environmentLine } from "../../../src/emitters/parts/systemd-syntax.ts";

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
