import { describe, expect, it } from "vitest";
import { parseSource, type SourceTree } from "../../../src/compiler/source/parse.ts";
import { sourceFile } from "../../../src/compiler/source/source-file.ts";
import type { SpecPath } from "../../../src/formats/origin.ts";

const TEXT = `# a spec
specc: 1
shared: &shared {memory: 256MiB, tags: [a, b]}
apps:
  web:
    image: "ghcr.io/acme/web:1.4.2"   # the shop
    port: 8080
    empty:
    resources: *shared
    command: [serve, {flag: "--x"}]
    steps:
      - run: one
      - two
  8080: {a: 1}
  script: |
    line
  version: 1.10
`;

const treeOf = (text: string): SourceTree => {
  const { value } = parseSource(sourceFile("spec.yaml", text));
  if (value === undefined) throw new Error("the text has findings");
  return value;
};

const at = (tree: SourceTree, path: SpecPath, part?: "key" | "value"): string => {
  const { start, end } = tree.spanOf(path, part);
  const { line, column } = tree.file.positionAt(start);
  return `${line}:${column} ${tree.file.text.slice(start, end)}`;
};

describe.each([
  ["LF", TEXT],
  ["CRLF", TEXT.replaceAll("\n", "\r\n")],
])("with %s", (_, text) => {
  const tree = treeOf(text);

  it.each<[string, SpecPath, string, string]>([
    ["a quoted value", ["apps", "web", "image"], "6:5 image", '6:12 "ghcr.io/acme/web:1.4.2"'],
    ["a number", ["apps", "web", "port"], "7:5 port", "7:11 8080"],
    ["an empty value", ["apps", "web", "empty"], "8:5 empty", "8:5 empty"],
    ["an alias", ["apps", "web", "resources"], "9:5 resources", "9:16 *shared"],
    ["below an alias", ["apps", "web", "resources", "memory"], "3:18 memory", "3:26 256MiB"],
    ["a list below an alias", ["apps", "web", "resources", "tags", 1], "3:44 b", "3:44 b"],
    ["an item", ["apps", "web", "command", 0], "10:15 serve", "10:15 serve"],
    ["an item by its number as text", ["apps", "web", "command", "1", "flag"], "10:23 flag", '10:29 "--x"'],
    ["a key that looks like a number", ["apps", 8080, "a"], "14:10 a", "14:13 1"],
    ["the same as text", ["apps", "8080"], "14:3 8080", "14:9 {a: 1}"],
    ["a missing key", ["apps", "web", "replicas"], "5:3 web", "5:3 web"],
    ["far below a missing key", ["apps", "web", "replicas", "x", 0], "5:3 web", "5:3 web"],
    ["below a scalar", ["apps", "web", "port", "x"], "7:5 port", "7:5 port"],
    ["missing below an alias", ["apps", "web", "resources", "cpu"], "9:5 resources", "9:5 resources"],
    ["missing at the top", ["name"], "2:1 specc", "2:1 specc"],
    ["missing in an item of a block", ["apps", "web", "steps", 0, "x"], "12:9 run", "12:9 run"],
    ["missing in an item in braces", ["apps", "web", "command", 1, "x"], '10:22 {flag: "--x"}', '10:22 {flag: "--x"}'],
    ["beyond the end of a list", ["apps", "web", "steps", 9], "11:5 steps", "11:5 steps"],
  ])("%s", (_, path, key, value) => {
    expect({ key: at(tree, path, "key"), value: at(tree, path) }).toEqual({ key, value });
  });

  it("a block, without the line break at its end", () => {
    const { start, end } = tree.spanOf(["apps", "web", "steps"]);
    expect([tree.file.positionAt(start), tree.file.positionAt(end)]).toEqual([
      { line: 12, column: 7 },
      { line: 13, column: 12 },
    ]);
  });

  it("how values are written", () => {
    const styles = (["image", "port", "resources", "x"] as const).map((key) => tree.styleOf(["apps", "web", key]));
    expect(styles).toEqual(["quoted", "plain", undefined, undefined]);
    expect(tree.styleOf(["apps", "script"])).toBe("block");
    expect(tree.styleOf(["apps", "web", "resources", "memory"])).toBe("plain");
  });

  it("what is written", () => {
    expect(tree.textOf(["apps", "version"])).toBe("1.10");
    expect(tree.textOf(["apps", "web", "resources", "memory"])).toBe("256MiB");
    expect(tree.textOf(["apps", "web", "resources"])).toBe("{memory: 256MiB, tags: [a, b]}");
    expect(tree.textOf(["apps", "web", "replicas"])).toBeUndefined();
  });
});

describe("keys", () => {
  it("are found by their normal form", () => expect(at(treeOf("e\u0301: 1"), ["é"], "value")).toBe("1:5 1"));

  it("of a thousand siblings are all found", () => {
    const tree = treeOf(Array.from({ length: 1000 }, (_, key) => `k${key}: ${key}\n`).join(""));
    const lines = Array.from({ length: 1000 }, (_, key) => tree.file.positionAt(tree.spanOf([`k${key}`]).start).line);
    expect(lines).toEqual(Array.from({ length: 1000 }, (_, key) => key + 1));
  });
});
