import { isAbsolute, relative, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathProblem, unsafePaths } from "../../../src/cli/output/paths.ts";
import { scratch, treeOf, write } from "./support.ts";

const HOSTILE = [
  "../x",
  "/etc/x",
  "a/../../x",
  "..",
  ".",
  "",
  "a//b",
  "a/./b",
  "a\\..\\x",
  "..\\x",
  "C:\\x",
  "con",
  "nomad/CON.hcl",
  "aux.tf",
  "lpt1",
  "a:b",
  "a\nb",
  "a b",
  "-rf",
  "a/-rf",
  ".git/hooks/pre-commit",
  ".GIT/config",
  ".specc",
  ".specc-tmp-1/x",
  "a/.specc-tmp-1",
  "specc.lock",
  "specc.lock.next",
  "SPECC.LOCK",
  "a".repeat(256),
  "a\0b",
  "%2e%2e",
  "~x",
  "$HOME",
  "a.",
  "\u00e9",
  "e\u0301",
  "ａ",
  "a\u202eb",
];

describe("a hostile path", () => {
  it.each(HOSTILE)("%j is refused, and nothing is written", (path) => {
    const root = scratch();
    const { failures, written } = write(root, { "terraform/main.tf": "a", [path]: "b" });
    expect(failures.map(({ kind }) => kind)).toEqual(["unsafe-path"]);
    expect(written).toEqual([]);
    expect(treeOf(root)).toEqual({});
  });

  it.each(["..", "../shop/dev", "/etc", "shop/../..", "", "shop/dev/", "Shop dev"])(
    "an environment's folder %j is refused as well",
    (folder) => expect(unsafePaths(folder, []).map(({ kind }) => kind)).toEqual(["unsafe-path"]),
  );

  it("beside the environment's folder is refused", () => {
    expect(unsafePaths("shop/dev", ["shop/prod/main.tf", "shop/development"])).toMatchObject([
      { path: "shop/prod/main.tf", message: "is not below `shop/dev`" },
      { path: "shop/development", message: "is not below `shop/dev`" },
    ]);
  });
});

describe("an ordinary path", () => {
  it.each([
    "main.tf",
    ".github/workflows/ci.yml",
    ".envrc",
    ".gitignore",
    "fleet/web@.service",
    "a/..b/c..d",
    "a_b-c.D",
    "console",
    "com",
  ])("%s is taken", (path) => expect(pathProblem(path)).toBeUndefined());

  it("stays below the output, whatever it looks like", () => {
    const component = fc.oneof(
      fc.constantFrom("..", ".", "", "a", "~", "a\\..", "...", ".b"),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(component, { maxLength: 5 }), (components) => {
        const path = components.join("/");
        fc.pre(pathProblem(path) === undefined);
        expect(relative("/out", resolve("/out", path))).toBe(path);
        expect(isAbsolute(path)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe("two paths", () => {
  const collide = (...paths: string[]) =>
    unsafePaths(
      "s/d",
      paths.map((path) => `s/d/${path}`),
    ).map(({ path, message }) => `${path} ${message}`);

  it("may not differ in case alone", () =>
    expect(collide("a/Web.tf", "a/web.tf")).toEqual(["s/d/a/web.tf cannot stand beside `s/d/a/Web.tf`"]));

  it("may not have folders that differ in case alone", () =>
    expect(collide("A/x", "a/y")).toEqual(["s/d/a/y cannot stand beside `s/d/A/`"]));

  it("may not need a file and a folder of one name", () =>
    expect(collide("a/b", "a")).toEqual(["s/d/a/b cannot stand beside `s/d/a`"]));

  it("nor when other names sort between them", () => expect(collide("a", "a-b", "A/c")).toHaveLength(1));

  it("may share folders", () => expect(collide("a/b/c", "a/b/d", "a/e", "ab")).toEqual([]));
});
