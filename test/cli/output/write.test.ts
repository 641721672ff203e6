import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkOutput } from "../../../src/cli/output/check.ts";
import { ALL, compiled, FOLDER, scratch, textsOf, treeOf, write } from "./support.ts";

const modeOf = (path: string): number => statSync(path).mode & 0o777;
const check = (root: string, texts: Readonly<Record<string, string>>) =>
  checkOutput(root, FOLDER, compiled(texts), ALL).differences.map(({ path, state }) => `${state} ${path}`);

describe("writing", () => {
  it("makes the tree, and says so", () => {
    const root = join(scratch(), "deep", "out");
    expect(write(root, { "terraform/main.tf": "a", "specc.map.json": "{}" })).toEqual({
      written: ["shop/dev/specc.lock", "shop/dev/specc.map.json", "shop/dev/terraform/main.tf"],
      unchanged: [],
      removed: [],
      failures: [],
    });
    expect(textsOf(root)).toEqual({ "terraform/main.tf": "a", "specc.map.json": "{}" });
  });

  it("leaves nothing else behind", () => {
    const root = scratch();
    write(root, { a: "1", "b/c": "2" });
    expect(Object.keys(treeOf(root)).sort()).toEqual(["shop/dev/a", "shop/dev/b/c", "shop/dev/specc.lock"]);
  });

  it("does not touch what is as it should be", () => {
    const root = scratch();
    write(root, { a: "1", b: "2" });
    const past = new Date("2020-01-01T00:00:00Z");
    for (const path of ["a", "b", "specc.lock", "."]) utimesSync(join(root, FOLDER, path), past, past);
    const times = (...paths: string[]) => paths.map((path) => statSync(join(root, FOLDER, path)).mtime);

    expect(write(root, { a: "1", b: "2" })).toMatchObject({
      written: [],
      unchanged: ["shop/dev/a", "shop/dev/b", "shop/dev/specc.lock"],
    });
    expect(times("a", "b", "specc.lock", ".")).toEqual([past, past, past, past]);

    expect(write(root, { a: "1", b: "3" }).unchanged).toEqual(["shop/dev/a"]);
    expect(times("a")).toEqual([past]);
    expect(times("b", "specc.lock")).not.toContainEqual(past);
  });

  it("does not touch a manifest that stays true", () => {
    const root = scratch();
    write(root, { a: "1" });
    const manifest = join(root, FOLDER, "specc.lock");
    const past = new Date("2020-01-01T00:00:00Z");
    utimesSync(manifest, past, past);
    rmSync(join(root, FOLDER, "a"));
    expect(write(root, { a: "1" })).toMatchObject({ written: ["shop/dev/a"], unchanged: ["shop/dev/specc.lock"] });
    expect(statSync(manifest).mtime).toEqual(past);
  });

  it("gives modes that no umask changes", () => {
    const root = join(scratch(), "out");
    const before = process.umask(0o077);
    try {
      write(root, { "a/b": "1", "a/run.sh": "2" });
    } finally {
      process.umask(before);
    }
    const modes = ["", "shop", FOLDER, `${FOLDER}/a`, `${FOLDER}/a/b`, `${FOLDER}/a/run.sh`, `${FOLDER}/specc.lock`];
    expect(modes.map((path) => modeOf(join(root, path)))).toEqual([0o755, 0o755, 0o755, 0o755, 0o644, 0o755, 0o644]);
  });

  it("makes a script executable again", () => {
    const root = scratch();
    write(root, { "run.sh": "1" });
    chmodSync(join(root, FOLDER, "run.sh"), 0o644);
    expect(check(root, { "run.sh": "1" })).toEqual(["stale shop/dev/run.sh"]);
    write(root, { "run.sh": "1" });
    expect(modeOf(join(root, FOLDER, "run.sh"))).toBe(0o755);
  });

  it("keeps bytes as they are", () => {
    const root = scratch();
    const text = "\uFEFFé\r\n\t\u2028\0 ${x}";
    write(root, { a: text });
    expect(readFileSync(join(root, FOLDER, "a"))).toEqual(Buffer.from(text));
    expect(check(root, { a: text })).toEqual([]);
  });
});

describe("files that are no longer asked for", () => {
  it("go, with the folders that they leave empty", () => {
    const root = scratch();
    write(root, { "a/b/c": "1", "a/d": "2", e: "3" });
    expect(write(root, { "a/d": "2" }).removed).toEqual(["shop/dev/a/b/c", "shop/dev/e"]);
    expect(textsOf(root)).toEqual({ "a/d": "2" });
    expect(existsSync(join(root, FOLDER, "a/b"))).toBe(false);
  });

  it("leave a folder with somebody else's file where it is", () => {
    const root = scratch();
    write(root, { "a/b": "1" });
    writeFileSync(join(root, FOLDER, "a/secrets.tf"), "mine");
    write(root, {});
    expect(textsOf(root)).toEqual({ "a/secrets.tf": "mine" });
  });

  it("make room for a folder of their name, and a folder for a file", () => {
    const root = scratch();
    write(root, { a: "1", "b/c": "2" });
    expect(write(root, { "a/x": "1", b: "2" }).failures).toEqual([]);
    expect(textsOf(root)).toEqual({ "a/x": "1", b: "2" });
  });

  it("may be gone already", () => {
    const root = scratch();
    write(root, { a: "1", b: "2" });
    rmSync(join(root, FOLDER, "a"));
    expect(check(root, { b: "2" })).toEqual(["stale shop/dev/specc.lock"]);
    expect(write(root, { b: "2" })).toMatchObject({ removed: [], failures: [] });
    expect(check(root, { b: "2" })).toEqual([]);
  });

  it("stay when their target was not chosen", () => {
    const root = scratch();
    write(root, { "nomad/a": "1", "nomad/b": "1", "terraform/c": "1", "specc.map.json": "{}" }, { rules: ["two"] });
    const report = write(root, { "nomad/a": "2" }, { targets: ["nomad"], rules: ["one"] });
    expect(report).toMatchObject({
      written: ["shop/dev/nomad/a", "shop/dev/specc.lock"],
      removed: ["shop/dev/nomad/b"],
      failures: [],
    });
    const texts = { "nomad/a": "2", "terraform/c": "1", "specc.map.json": "{}" };
    expect(textsOf(root)).toEqual(texts);
    const { files, rules } = JSON.parse(readFileSync(join(root, FOLDER, "specc.lock"), "utf8"));
    expect(Object.keys(files)).toEqual(Object.keys(texts).sort());
    expect(rules).toEqual(["one", "two"]);
  });

  it("of other targets must be able to stand beside the chosen ones", () => {
    const root = scratch();
    write(root, { "nomad/a": "1", "Fleet/b": "1" });
    expect(write(root, { "fleet/b": "2" }, { targets: ["fleet"] }).failures).toMatchObject([{ kind: "unsafe-path" }]);
  });
});

describe("files edited by hand", () => {
  const edited = () => {
    const root = scratch();
    write(root, { a: "1", b: "1", c: "1" });
    writeFileSync(join(root, FOLDER, "b"), "mine");
    return root;
  };

  it("stop the compile by their name, with nothing written", () => {
    const root = edited();
    const before = treeOf(root);
    const { failures, written } = write(root, { a: "2", b: "2", d: "2" });
    expect(failures).toMatchObject([{ kind: "edited", path: join(root, FOLDER, "b") }]);
    expect(written).toEqual([]);
    expect(treeOf(root)).toEqual(before);
  });

  it("stop it also when they are to go", () => {
    const root = edited();
    expect(write(root, { a: "2", c: "2" }).failures).toMatchObject([{ kind: "edited", path: join(root, FOLDER, "b") }]);
    expect(textsOf(root)).toEqual({ a: "1", b: "mine", c: "1" });
  });

  it("give way to force", () => {
    const root = edited();
    expect(write(root, { a: "2", b: "2" }, { force: true })).toMatchObject({ removed: ["shop/dev/c"], failures: [] });
    expect(textsOf(root)).toEqual({ a: "2", b: "2" });
    const other = edited();
    expect(write(other, { a: "2" }, { force: true }).removed).toEqual(["shop/dev/b", "shop/dev/c"]);
  });

  it("do not matter when the edit is what the compile wants", () => {
    const root = edited();
    expect(write(root, { a: "1", b: "mine", c: "1" })).toMatchObject({
      written: ["shop/dev/specc.lock"],
      failures: [],
    });
  });
});

describe("somebody else's files", () => {
  it("stay", () => {
    const root = scratch();
    write(root, { "terraform/main.tf": "1" });
    writeFileSync(join(root, FOLDER, "terraform/secrets.tf"), "mine");
    write(root, { "terraform/main.tf": "2" }, { force: true });
    expect(textsOf(root)).toEqual({ "terraform/main.tf": "2", "terraform/secrets.tf": "mine" });
  });

  it("count as edited where specc wants to write, unless they are the same", () => {
    const root = scratch();
    mkdirSync(join(root, FOLDER), { recursive: true });
    writeFileSync(join(root, FOLDER, "a"), "mine");
    writeFileSync(join(root, FOLDER, "b"), "2");
    expect(write(root, { a: "1", b: "2" }).failures.map(({ path }) => path)).toEqual([join(root, FOLDER, "a")]);
    expect(textsOf(root)).toEqual({ a: "mine", b: "2" });
  });

  it("of another environment are not looked at", () => {
    const root = scratch();
    mkdirSync(join(root, "shop/prod"), { recursive: true });
    writeFileSync(join(root, "shop/prod/a"), "mine");
    write(root, { a: "1" }, { force: true });
    write(root, {}, { force: true });
    expect(readFileSync(join(root, "shop/prod/a"), "utf8")).toBe("mine");
  });
});

describe("checking", () => {
  it("lists every path with what is wrong with it, and writes nothing", () => {
    const root = scratch();
    write(root, { edited: "1", gone: "1", orphan: "1", same: "1", stale: "1", "edited-orphan": "1" });
    writeFileSync(join(root, FOLDER, "edited"), "mine");
    writeFileSync(join(root, FOLDER, "edited-orphan"), "mine");
    writeFileSync(join(root, FOLDER, "foreign"), "mine");
    rmSync(join(root, FOLDER, "gone"));
    const before = treeOf(root);
    expect(check(root, { edited: "1", gone: "1", same: "1", stale: "2", foreign: "2", fresh: "1" })).toEqual([
      "edited shop/dev/edited",
      "edited shop/dev/edited-orphan",
      "edited shop/dev/foreign",
      "missing shop/dev/fresh",
      "missing shop/dev/gone",
      "orphan shop/dev/orphan",
      "stale shop/dev/specc.lock",
      "stale shop/dev/stale",
    ]);
    expect(treeOf(root)).toEqual(before);
  });

  it("finds nothing after a compile, and all of it before the first", () => {
    const root = scratch();
    expect(check(root, { a: "1" })).toEqual(["missing shop/dev/a", "missing shop/dev/specc.lock"]);
    expect(treeOf(root)).toEqual({});
    write(root, { a: "1" });
    expect(check(root, { a: "1" })).toEqual([]);
  });

  it("sees a manifest that lost its last newline, or other rules", () => {
    const root = scratch();
    write(root, { a: "1" });
    expect(checkOutput(root, FOLDER, compiled({ a: "1" }), { ...ALL, rules: ["r"] }).differences).toHaveLength(1);
    const path = join(root, FOLDER, "specc.lock");
    writeFileSync(path, readFileSync(path, "utf8").trimEnd());
    expect(check(root, { a: "1" })).toEqual(["stale shop/dev/specc.lock"]);
  });
});
