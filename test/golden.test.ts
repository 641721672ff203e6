import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { folderOf } from "../src/compiler/compile.ts";
import type { Environment } from "../src/compiler/environment/environment.ts";
import { emitters } from "../src/emitters/index.ts";
import { checkAgainstProvider } from "../src/emitters/terraform/provider-schema/check.ts";
import { modulesOf } from "./support/documents.ts";
import { providerSchemas } from "./support/provider-schemas.ts";
import { compileFile } from "./support/specc.ts";
import { examples } from "./support/specs.ts";

const filesUnder = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`)
    : [];

const compiled = examples.map(({ spec, environment }) => ({
  title: environment === undefined ? spec : `${spec} --env ${environment}`,
  compilation: compileFile(spec, emitters, { environment }),
}));

describe.each(compiled)("$title", ({ compilation: { diagnostics, environment, files } }) => {
  const folder = `golden/${folderOf(environment as Environment)}`;

  it("compiles without a word", () => expect(diagnostics).toEqual([]));

  it.each([...files])("%s", async (path, { printed }) => {
    await expect(printed.text).toMatchFileSnapshot(`../${folder}/${path}`);
  });

  it("passes the providers' schemas", () => {
    for (const documents of modulesOf(environment as Environment, "terraform").values())
      expect(checkAgainstProvider(documents, providerSchemas)).toEqual([]);
  });
});

it("leaves nothing stale in golden/", () => {
  const expected = compiled.flatMap(({ compilation: { environment, files } }) =>
    [...files.keys()].map((path) => `golden/${folderOf(environment as Environment)}/${path}`),
  );
  expect(filesUnder("golden").filter((path) => !expected.includes(path))).toEqual([]);
});
