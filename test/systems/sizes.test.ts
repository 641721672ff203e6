import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** The lines that each of the five systems may take, and the columns of a line. */
const lines = { "immutable-app": 80, icaro: 80, "tw-apps": 85, cluster: 90, lofocats: 90, lap: 90 } as const;
const columns = 130;

it.each(Object.entries(lines))("%s says all of it in %i lines", (name, limit) => {
  const text = readFileSync(`specs/${name}.yaml`, "utf8").trimEnd().split("\n");
  expect(text.length).toBeLessThanOrEqual(limit);
  expect(text.filter((line) => line.length > columns)).toEqual([]);
});
