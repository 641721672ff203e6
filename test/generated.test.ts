import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generate } from "../scripts/generate-spec.mjs";

it.each([...(await generate())])("%s is what `npm run schema` writes", (path, text) => {
  expect(readFileSync(path, "utf8") === text).toBe(true);
});
