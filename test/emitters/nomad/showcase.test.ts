import { describe, expect, it } from "vitest";
import { nomad } from "../../../src/emitters/nomad/index.ts";
import { compileFile } from "../../support/specc.ts";

describe.each(["dev", "prod"])("the showcase in %s", (environment) => {
  const { files } = compileFile("specs/dev.yaml", [nomad], { environment });
  const lines = [...files].flatMap(([path, { printed }]) =>
    printed.text
      .split("\n")
      .slice(2, -1)
      .map((line, index) => ({ path, line, origins: printed.origins[index + 2] ?? [] })),
  );

  it("has a job for each app", () => {
    expect([...files.keys()]).toEqual(["api", "mailer", "report", "storefront"].map((app) => `nomad/${app}.nomad.hcl`));
  });

  it("knows why each line is there", () => {
    expect(lines.filter(({ line, origins }) => line.trim() !== "" && origins.length === 0)).toEqual([]);
  });

  it("traces each setting to its own place in the spec", () => {
    const settings = lines.filter(({ line }) => line.includes("PAYMENT_KEY=") || line.includes("API_URL="));
    expect(settings.map(({ origins }) => origins)).toEqual([
      [{ at: ["apps", "storefront", "env", "PAYMENT_KEY"] }],
      [{ at: ["apps", "storefront", "env", "API_URL"] }],
    ]);
  });
});
