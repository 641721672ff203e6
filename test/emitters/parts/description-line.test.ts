import { expect, test } from "vitest";
import { descriptionLine } from "../../../src/emitters/parts/description-line.ts";

test.each([
  ["100% of\nwhat\\", "100% of what"],
  [" a\t b \\ \\", "a b"],
  ["a\\b", "a\\b"],
  ["\\", ""],
])("%j", (description, line) => expect(descriptionLine(description)).toBe(line));
