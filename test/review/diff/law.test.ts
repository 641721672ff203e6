import { describe, expect, it } from "vitest";
import { type Compilation, compileMerged } from "../../../src/compiler/compile.ts";
import type { Layered, LayeredMap } from "../../../src/compiler/spec/layer.ts";
import { showPath } from "../../../src/compiler/spec/reference.ts";
import { emitters } from "../../../src/emitters/index.ts";
import type { SpecPath } from "../../../src/formats/origin.ts";
import { outputChanges } from "../../../src/review/diff/output-change.ts";
import { reviewOf } from "../../../src/review/diff/review.ts";
import { compileFile } from "../../support/specc.ts";

/** Numbers of a spec that may be one more without making it invalid. */
const growable = ["replicas", "max"];

const leavesOf = (node: Layered, at: SpecPath = []): readonly SpecPath[] =>
  node.kind === "map"
    ? [...node.entries].flatMap(([key, child]) => leavesOf(child, [...at, key]))
    : typeof node.value === "number" && growable.includes(String(at.at(-1)))
      ? [at]
      : [];

const grown = (node: Layered, [key, ...rest]: SpecPath): Layered => {
  if (key === undefined) return node.kind === "value" ? { ...node, value: Number(node.value) + 1 } : node;
  const { entries } = node as LayeredMap;
  const child = entries.get(String(key)) as Layered;
  return { ...(node as LayeredMap), entries: new Map([...entries, [String(key), grown(child, rest)]]) };
};

const before = compileFile("specs/dev.yaml", emitters, { environment: "prod" });
const merged = before.merged as NonNullable<Compilation["merged"]>;
const again = (root: Layered): Compilation =>
  compileMerged({ value: { ...merged, root }, diagnostics: [] }, {}, emitters);
const leaves = leavesOf(merged.root).filter((path) => again(grown(merged.root, path)).files.size > 0);

const linesOf = (after: Compilation): readonly string[] =>
  outputChanges(before.files, after.files).flatMap(({ path, changes }) =>
    changes.map(({ sign, text }) => `${path} ${sign}${text}`),
  );

describe("the law of reviews", () => {
  it("there is something to change", () => expect(leaves.length).toBeGreaterThan(2));

  it.each(leaves.map((path) => [showPath(path), path] as const))("%s alone explains all that it does", (_, path) => {
    const after = again(grown(merged.root, path));
    const { groups, unexplained } = reviewOf(before, after, (root) => again(root).files);
    expect(groups.map(({ edit }) => showPath(edit?.at ?? []))).toEqual([showPath(path)]);
    expect(unexplained).toEqual([]);
    expect(groups.flatMap(({ hunks }) => hunks.flatMap(({ changes }) => changes)).length).toBe(linesOf(after).length);
  });

  const pairs = leaves.slice(1).map((path, index) => [leaves[index] as SpecPath, path] as const);

  it.each(pairs.map(([a, b]) => [showPath(a), showPath(b), a, b] as const))(
    "%s and %s explain each what they do alone",
    (nameA, nameB, a, b) => {
      const alone = new Map([a, b].map((path) => [showPath(path), new Set(linesOf(again(grown(merged.root, path))))]));
      const after = again(grown(grown(merged.root, a), b));
      const { groups, unexplained } = reviewOf(before, after, (root) => again(root).files);
      expect(unexplained).toEqual([]);
      for (const { edit, hunks } of groups) {
        const name = showPath(edit?.at ?? []);
        const other = alone.get(name === nameA ? nameB : nameA);
        const strays = hunks
          .flatMap(({ path, changes }) => changes.map(({ sign, text }) => `${path} ${sign}${text}`))
          .filter((line) => !alone.get(name)?.has(line) && other?.has(line));
        expect(strays).toEqual([]);
      }
    },
  );
});
