import { describe, expect, it } from "vitest";
import { terraform } from "../../../src/emitters/terraform/index.ts";
import { checkAgainstProvider } from "../../../src/emitters/terraform/provider-schema/check.ts";
import { providerSchemas } from "../../support/provider-schemas.ts";
import { compileFile } from "../../support/specc.ts";

const examples = [
  { spec: "specs/dev.yaml", environment: "dev" },
  { spec: "specs/dev.yaml", environment: "prod" },
  { spec: "specs/minimal.yaml", environment: undefined },
].map(({ spec, environment }) => ({
  title: `${spec} ${environment ?? ""}`.trim(),
  compilation: compileFile(spec, [terraform], { environment }),
}));

describe.each(examples)("$title", ({ compilation: { environment, files, diagnostics } }) => {
  const documents = environment === undefined ? [] : terraform.emit(environment).map(({ document }) => document);

  it("can be said in Terraform", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(files.size).toBeGreaterThan(5);
  });

  it("passes the providers' schemas", () => {
    const module = documents.flatMap((document) => (document.format === "hcl" ? [document] : []));
    expect(module.length).toBeGreaterThan(5);
    expect(checkAgainstProvider(module, providerSchemas)).toEqual([]);
  });

  it("has files with content alone", () => {
    const texts = [...files.values()].map(({ printed }) => printed.text.split("\n").length);
    expect(Math.min(...texts)).toBeGreaterThan(3);
  });

  it("knows why each line is there", () => {
    const lines = [...files].flatMap(([path, { printed }]) =>
      printed.text.split("\n").map((text, index) => ({ path, text, origins: printed.origins[index] ?? [] })),
    );
    const unexplained = lines.filter(({ text, origins }) => text.trim() !== "" && origins.length === 0);
    expect(unexplained).toEqual([]);
  });
});
