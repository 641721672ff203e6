import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { describe, expect, it } from "vitest";

interface Import {
  readonly from: string;
  /** A file of ours below the project's folder, or the name of a package. */
  readonly to: string;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => `src/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"));

const textOf = (path: string): string => readFileSync(path, "utf8");

/** `import … from "x"`, `import "x"`, `export … from "x"` and `import("x")`. */
const statements = [
  /^import\b[^"';]*["']([^"']+)["']/gm,
  /^export\s+(?:type\s+)?[*{][^"';]*?\bfrom\s+["']([^"']+)["']/gm,
  /\bimport\(["']([^"']+)["']\)/g,
];

const importsOf = (from: string): readonly Import[] =>
  statements.flatMap((statement) =>
    [...textOf(from).matchAll(statement)].map(([, to = ""]) => ({ from, to: resolved(from, to) })),
  );

const resolved = (from: string, to: string): string => (to.startsWith(".") ? normalize(join(dirname(from), to)) : to);

const imports = files.flatMap(importsOf);
const isOurs = ({ to }: Import): boolean => to.startsWith("src/") || to.startsWith("test/") || to.startsWith("schema/");
const among = (folder: string): readonly Import[] => imports.filter(({ from }) => from.startsWith(folder));
const shown = ({ from, to }: Import): string => `${from} → ${to}`;

/** The imports from a folder into our own files that lead elsewhere than allowed. */
const strays = (folder: string, allowed: (to: string, from: string) => boolean): readonly string[] =>
  among(folder)
    .filter((each) => isOurs(each) && !allowed(each.to, each.from))
    .map(shown);

const formatOf = (path: string): string | undefined => /^src\/formats\/([^/]+)\//.exec(path)?.[1];
const emitterOf = (path: string): string | undefined => /^src\/emitters\/([^/]+)\//.exec(path)?.[1];

it("has read the imports", () => {
  expect(files.length).toBeGreaterThan(200);
  expect(imports.length).toBeGreaterThan(800);
  for (const folder of ["src/formats/", "src/compiler/", "src/emitters/", "src/review/", "src/cli/"])
    expect(among(folder).filter(isOurs).length).toBeGreaterThan(2);
});

describe("each layer imports only what lies below it", () => {
  it("formats: origins, lines, what is unprintable, and their own folder", () => {
    const shared = ["origin.ts", "lines.ts", "document.ts", "unprintable.ts"].map((name) => `src/formats/${name}`);
    const all = ["src/formats/print.ts", "src/formats/document.ts"];
    expect(
      strays(
        "src/formats/",
        (to, from) =>
          shared.includes(to) ||
          formatOf(to) === formatOf(from) ||
          (all.includes(from) && to.startsWith("src/formats/")),
      ),
    ).toEqual([]);
  });

  it("the compiler: itself and formats", () =>
    expect(
      strays(
        "src/compiler/",
        (to) =>
          to.startsWith("src/compiler/") || to.startsWith("src/formats/") || to === "schema/environment.schema.json",
      ),
    ).toEqual([]));

  it("an emitter: its own folder, parts, the environment, diagnostics, the plug and formats", () => {
    const open = [
      "src/compiler/environment/",
      "src/compiler/diagnostics/",
      "src/compiler/emitter.ts",
      "src/compiler/rules.ts",
      "src/compiler/header.ts",
      "src/compiler/layout.ts",
      "src/formats/",
      "src/emitters/parts/",
    ];
    expect(
      strays(
        "src/emitters/",
        (to, from) =>
          open.some((prefix) => to.startsWith(prefix)) ||
          emitterOf(to) === emitterOf(from) ||
          from === "src/emitters/index.ts",
      ),
    ).toEqual([]);
  });

  it("review: the compiler and formats", () =>
    expect(strays("src/review/", (to) => /^src\/(?:review|compiler|formats)\//.test(to))).toEqual([]));

  it("nothing: the tests", () => expect(imports.filter(({ to }) => to.startsWith("test/")).map(shown)).toEqual([]));
});

describe("what touches the world, or comes from outside, does so in one place", () => {
  const outside = (name: RegExp, inside: readonly string[]): readonly string[] =>
    imports.filter(({ from, to }) => name.test(to) && !inside.some((folder) => from.startsWith(folder))).map(shown);

  it("the machine: the command line", () =>
    expect(outside(/^(?:node:.*|fs|path|os|child_process|process)$/, ["src/cli/"])).toEqual([]));

  it.each([
    ["yaml", ["src/compiler/source/"]],
    ["nunjucks", ["src/formats/text/"]],
    ["commander", ["src/cli/"]],
    ["diff", ["src/cli/", "src/review/"]],
    ["ajv", []],
  ])("%s: %j", (name, inside) => expect(outside(new RegExp(`^${name}(?:/|$)`), inside)).toEqual([]));

  it("nothing else", () => {
    const packages = new Set(
      imports.filter((each) => !isOurs(each) && !each.to.startsWith("node:")).map(({ to }) => to),
    );
    expect([...packages].filter((name) => !/^(?:yaml|nunjucks|commander|diff)(?:\/|$)/.test(name))).toEqual([]);
  });
});

describe("a file", () => {
  it("is no longer than can be read at once", () => {
    const lengths = files
      .filter((path) => !path.includes(".gen."))
      .map((path) => [path, textOf(path).split("\n").length] as const);
    expect(lengths.filter(([, length]) => length > 250)).toEqual([]);
  });

  it("exports by name", () => expect(files.filter((path) => /^export default\b/m.test(textOf(path)))).toEqual([]));

  it("is loaded by no circle of imports", () => expect(circles()).toEqual([]));
});

/** What a file loads when it is loaded: types are gone by then, and may refer to each other. */
const loadsOf = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/^(?:import|export)\s+(?!type\b)[^"';]*["'](\.[^"']+)["']/gm)].map(([, to = ""]) =>
    resolved(path, to),
  );

/** Each circle of imports once, by the files on it. */
function circles(): readonly string[] {
  const byFile = new Map(files.map((path) => [path, loadsOf(path)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(" → "));
    if (done.has(path) || way.includes(path)) return;
    for (const next of byFile.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of files) visit(path, []);
  return found;
}
