import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { emitters } from "../../../src/emitters/index.ts";
import { compileFile } from "../../support/specc.ts";

const folder = "test/fixtures/systems";

const systems = readdirSync(folder).map((file) => {
  const path = `${folder}/${file}`;
  const text = readFileSync(path, "utf8");
  return { file, path, text, environments: Object.keys((parse(text) as { environments: object }).environments) };
});

describe.each(systems)("$file", ({ path, text, environments }) => {
  it("says all of it in 90 lines of 130 columns", () => {
    const lines = text.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(90);
    expect(lines.filter((line) => line.length > 130)).toEqual([]);
  });

  it.each(environments)("resolves as %s", (environment) => {
    expect(compileFile(path, [], { environment }).diagnostics.filter(({ severity }) => severity === "error")).toEqual(
      [],
    );
  });

  it.each(environments)("says of each part of %s that no target emits", (environment) => {
    const { diagnostics } = compileFile(path, emitters, { environment });
    expect(diagnostics.some(({ code }) => code === "no-target-emits")).toBe(true);
  });
});
