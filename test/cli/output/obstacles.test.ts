import { execFileSync } from "node:child_process";
import { lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkOutput } from "../../../src/cli/output/check.ts";
import { ALL, compiled, FOLDER, scratch, treeOf, write } from "./support.ts";

const TEXTS = { "terraform/main.tf": "1", "nomad/web.hcl": "1" };

/** An output that was compiled once, with a link to somebody else's place instead of one of its parts. */
function linked(part: string, to: (elsewhere: string) => string) {
  const scratched = scratch();
  const [root, elsewhere] = [join(scratched, "out"), join(scratched, "elsewhere")];
  write(root, TEXTS);
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, "main.tf"), "1");
  rmSync(join(root, part), { recursive: true });
  symlinkSync(to(elsewhere), join(root, part));
  return { root, elsewhere };
}

describe.each([true, false])("a symbolic link, with force %s", (force) => {
  it.each<[string, string, (elsewhere: string) => string]>([
    ["the output root", "", (elsewhere) => elsewhere],
    ["the name's folder", "shop", (elsewhere) => elsewhere],
    ["the environment's folder", FOLDER, (elsewhere) => elsewhere],
    ["a target's folder", `${FOLDER}/terraform`, (elsewhere) => elsewhere],
    ["a file", `${FOLDER}/terraform/main.tf`, (elsewhere) => join(elsewhere, "main.tf")],
    ["a file, dangling", `${FOLDER}/terraform/main.tf`, (elsewhere) => join(elsewhere, "none")],
    ["the manifest", `${FOLDER}/specc.lock`, (elsewhere) => join(elsewhere, "main.tf")],
  ])("instead of %s is refused", (_, part, to) => {
    const { root, elsewhere } = linked(part, to);
    const before = treeOf(dirname(root));
    for (const text of ["1", "2"]) {
      const { failures } = write(root, { ...TEXTS, "terraform/main.tf": text }, { force });
      expect(failures).toMatchObject([{ kind: "symlink", path: part === "" ? root : join(root, part) }]);
    }
    expect(checkOutput(root, FOLDER, compiled(TEXTS), ALL).failures).toMatchObject([{ kind: "symlink" }]);
    expect(treeOf(dirname(root))).toEqual(before);
    expect(treeOf(elsewhere)).toEqual({ "main.tf": "1" });
  });

  it("on the way to a file that has to go is refused", () => {
    const { root, elsewhere } = linked(`${FOLDER}/terraform`, (place) => place);
    expect(write(root, { "nomad/web.hcl": "1" }, { force }).failures).toMatchObject([{ kind: "symlink" }]);
    expect(treeOf(elsewhere)).toEqual({ "main.tf": "1" });
  });

  it("with a slash behind its name is refused", () => {
    const { root } = linked("", (place) => place);
    expect(write(`${root}/`, TEXTS, { force }).failures).toMatchObject([{ kind: "symlink" }]);
  });

  it("that no compiled path leads through is not specc's business", () => {
    const root = scratch();
    write(root, TEXTS);
    symlinkSync("/etc", join(root, FOLDER, "terraform/.terraform"));
    expect(write(root, { ...TEXTS, "terraform/main.tf": "2" }, { force }).failures).toEqual([]);
    expect(lstatSync(join(root, FOLDER, "terraform/.terraform")).isSymbolicLink()).toBe(true);
  });
});

describe("what is no file", () => {
  it("is refused where the output has one", () => {
    const root = scratch();
    mkdirSync(join(root, FOLDER, "terraform/main.tf/mine"), { recursive: true });
    expect(write(root, TEXTS, { force: true }).failures).toMatchObject([
      {
        kind: "blocked",
        path: join(root, FOLDER, "terraform/main.tf"),
        message: "is a folder where the output has a file",
      },
    ]);
  });

  it("is not waited for", () => {
    const root = scratch();
    mkdirSync(join(root, FOLDER, "terraform"), { recursive: true });
    execFileSync("mkfifo", [join(root, FOLDER, "terraform/main.tf")]);
    expect(write(root, TEXTS).failures).toMatchObject([{ message: "is a device where the output has a file" }]);
  });

  it("may be a file where the output has a folder", () => {
    const root = scratch();
    mkdirSync(join(root, FOLDER), { recursive: true });
    writeFileSync(join(root, FOLDER, "terraform"), "mine");
    expect(write(root, TEXTS, { force: true }).failures).toMatchObject([
      { kind: "blocked", path: join(root, FOLDER, "terraform"), message: "is a file where the output has a folder" },
    ]);
    expect(readFileSync(join(root, FOLDER, "terraform"), "utf8")).toBe("mine");
  });

  it("may be the output root", () => {
    const root = join(scratch(), "out");
    writeFileSync(root, "mine");
    expect(write(root, TEXTS).failures).toMatchObject([{ kind: "blocked", path: root }]);
  });

  it("keeps its place when only a part of its folder was specc's, and all else stays as it was", () => {
    const root = scratch();
    write(root, { "a/b": "1", c: "1" });
    writeFileSync(join(root, FOLDER, "a/mine"), "mine");
    const before = treeOf(root);
    expect(write(root, { a: "2", c: "2" }).failures).toMatchObject([{ kind: "io", path: join(root, FOLDER, "a") }]);
    expect(treeOf(root)).toEqual(before);
  });
});
