import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import type { Compilation } from "../src/compiler/compile.ts";
import { plain } from "../src/compiler/spec/layer.ts";
import { schemaAt } from "../src/compiler/spec/schema.ts";
import { emitters } from "../src/emitters/index.ts";
import type { Origin, SpecPath } from "../src/formats/origin.ts";
import { compileFile, compileText } from "./support/specc.ts";
import { examples } from "./support/specs.ts";

const base = (spec: string): Compilation => compileFile(spec, emitters);

describe.each(examples)("$spec $environment", ({ spec, environment }) => {
  it("has no output line without an origin", () => {
    const bare = [...compileFile(spec, emitters, { environment }).files].flatMap(([path, { printed }]) =>
      printed.origins.flatMap((origins, index) => (origins.length === 0 ? [`${path}:${index + 1}`] : [])),
    );
    expect(bare).toEqual([]);
  });

  it("has as many origins as lines", () => {
    for (const [path, { printed }] of compileFile(spec, emitters, { environment }).files)
      expect(printed.origins.length, path).toBe(printed.text.split("\n").length - 1);
  });
});

/** Other legal values for a value of the showcase, by what stands there. */
function others(path: SpecPath, value: unknown): readonly unknown[] {
  const schema = schemaAt(path);
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1, value - 1];
  if (typeof value !== "string") return [];
  const words = (schema?.enum ?? []).filter((word) => word !== value && word !== null);
  return [...words, ...variants(value)];
}

/** The same kind of text with another number or another letter in it. */
const variants = (value: string): readonly string[] => [
  value.replace(/[0-9]+/g, (digits) => String(Number(digits) + 1)),
  value.replace(/[0-9]+(?=[^0-9]*$)/, (digits) => String(Number(digits) + 1)),
  value.replace(/[0-9]+/, (digits) => String(Number(digits) * 2)),
  `${value}x`,
  value.replace(/^([a-z.]*?)([a-z]+)$/, "$1x$2"),
  value.replace(/\b([a-z]+)\.example/, "x$1.example"),
  "plain",
];

const isLeaf = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value);

const valueAt = (root: unknown, path: SpecPath): unknown =>
  path.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], root);

/** The showcase with another value at one place. */
function changed(text: string, path: SpecPath, value: unknown): Compilation {
  const document = parseDocument(text);
  document.setIn(path, value);
  return compileText(document.toString({ lineWidth: 0 }), emitters);
}

/** The showcase without the value, and without whatever cannot be there without it: the places of the errors. */
function removed(text: string, path: SpecPath): readonly Compilation[] {
  const document = parseDocument(text);
  document.deleteIn(path);
  for (let round = 0; round < 8; round++) {
    const compilation = compileText(document.toString({ lineWidth: 0 }), emitters);
    const errors = compilation.diagnostics.filter(({ severity }) => severity === "error");
    if (errors.length === 0) return [compilation];
    for (const { place } of errors) if ("at" in place && document.hasIn(place.at)) document.deleteIn(place.at);
  }
  return [];
}

/** Lines by the first spec path that they come from, where that is a value that somebody wrote. */
function linesByOrigin({ files, merged }: Compilation): ReadonlyMap<string, { path: SpecPath; lines: Set<string> }> {
  const root = merged && plain(merged.root);
  const found = new Map<string, { path: SpecPath; lines: Set<string> }>();
  for (const [file, { printed }] of files) {
    const text = printed.text.split("\n");
    for (const [index, origins] of printed.origins.entries()) {
      const [first] = origins as readonly Origin[];
      if (first === undefined || first.rule !== undefined || !isLeaf(valueAt(root, first.at))) continue;
      const key = JSON.stringify(first.at);
      const entry = found.get(key) ?? { path: first.at, lines: new Set<string>() };
      entry.lines.add(`${file}: ${text[index]}`);
      found.set(key, entry);
    }
  }
  return found;
}

describe("changing the origin's value changes the line", () => {
  const spec = "specs/dev.yaml";
  const text = readFileSync(spec, "utf8");
  const root = parseDocument(text).toJS() as unknown;
  const before = linesByOrigin(base(spec));

  it("finds origins to change", () => expect(before.size).toBeGreaterThan(30));

  it.each([...before])("%s", (key, { path, lines }) => {
    const written = valueAt(root, path) === undefined ? ["vars", String(path[1])] : path;
    const alternatives = others(path, valueAt(root, written));
    const compiled = [...alternatives.map((value) => changed(text, written, value)), ...removed(text, written)];
    const accepted = compiled.filter(({ files }) => files.size > 0);
    expect(accepted.length, "no other value compiles").toBeGreaterThan(0);
    const left = accepted.map((compilation) => linesByOrigin(compilation).get(key)?.lines ?? new Set<string>());
    const stale = [...lines].filter((line) => left.every((after) => after.has(line)));
    expect(stale).toEqual([]);
  });
});
