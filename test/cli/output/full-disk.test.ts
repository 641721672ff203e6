import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkOutput } from "../../../src/cli/output/check.ts";
import { type Disk, realDisk } from "../../../src/cli/output/disk.ts";
import { writeOutput } from "../../../src/cli/output/write.ts";
import { ALL, compiled, FOLDER, scratch, treeOf, write } from "./support.ts";

const BEFORE = { "a/one": "1", "a/gone": "1", "b/c/gone": "1", d: "1", "e/f": "1" };
const AFTER = { "a/one": "2", "a/new": "2", "d/file-to-folder": "2", e: "2", "g/h/new": "2" };

const CALLS = Object.keys({
  writeFileSync: 0,
  fsyncSync: 0,
  renameSync: 0,
  linkSync: 0,
  copyFileSync: 0,
  mkdirSync: 0,
  rmdirSync: 0,
  unlinkSync: 0,
} satisfies Record<keyof Disk, 0>) as readonly (keyof Disk)[];

/** A disk of which some calls fail, counted from one. */
function failing(code: string, fails: (call: number, name: keyof Disk) => boolean): Disk {
  let calls = 0;
  const wrap =
    (name: keyof Disk) =>
    (...args: readonly unknown[]) => {
      calls += 1;
      const path = typeof args[0] === "string" ? args.findLast((arg) => typeof arg === "string") : undefined;
      if (fails(calls, name)) throw Object.assign(new Error(code), { code, syscall: name, path });
      return Reflect.apply(realDisk[name], undefined, args);
    };
  return Object.fromEntries(CALLS.map((name) => [name, wrap(name)])) as unknown as Disk;
}

const rewrite = (root: string, disk: Disk, texts: Readonly<Record<string, string>> = AFTER) =>
  writeOutput(root, FOLDER, compiled(texts), { ...ALL }, { disk, patience: 0 });

const compiledOnce = (): string => {
  const root = scratch();
  write(root, BEFORE);
  return root;
};

const differences = (root: string, texts: Readonly<Record<string, string>>) =>
  checkOutput(root, FOLDER, compiled(texts), ALL).differences;

/** How many calls a whole compile makes: each of them is a place where it may end. */
function callsInAll(): number {
  let highest = 0;
  const disk = failing("", (call) => {
    highest = call;
    return false;
  });
  expect(rewrite(compiledOnce(), disk).failures).toEqual([]);
  return highest;
}

const eachCall = (): readonly number[] => Array.from({ length: callsInAll() }, (_, index) => index + 1);

describe("a disk that is full", () => {
  it("at any one call leaves the old tree, and no temporary file", () => {
    const survived = eachCall().filter((call) => {
      const root = compiledOnce();
      const before = treeOf(root);
      const { failures, written } = rewrite(
        root,
        failing("ENOSPC", (number) => number === call),
      );
      if (failures.length === 0) {
        expect(differences(root, AFTER)).toEqual([]);
        return true;
      }
      expect(failures).toMatchObject([
        { kind: "io", message: "cannot be written or read: no space is left on the disk" },
      ]);
      expect(failures[0]?.path.startsWith(join(root, FOLDER))).toBe(true);
      expect(failures[0]?.path).not.toContain(".specc-tmp-");
      expect(written).toEqual([]);
      expect(treeOf(root)).toEqual(before);
      expect(differences(root, BEFORE)).toEqual([]);
      return false;
    });
    // A second name for a file may be refused: a copy does as well.
    expect(survived).toHaveLength(countOf("linkSync"));
  });

  it("from one call on leaves whole files, and the next compile needs no force", () => {
    for (const call of eachCall()) {
      const root = compiledOnce();
      expect(
        rewrite(
          root,
          failing("EROFS", (number) => number >= call),
        ).failures,
      ).toMatchObject([{ kind: "io" }]);
      for (const texts of [BEFORE, AFTER, { "a/one": "3" }]) {
        expect(differences(root, texts).filter(({ state }) => state === "edited")).toEqual([]);
      }
      const next = call % 2 === 0 ? { "a/one": "3", b: "3" } : AFTER;
      expect(write(root, next).failures).toEqual([]);
      expect(differences(root, next)).toEqual([]);
    }
  });

  it("twice in a row leaves files of three compiles, and still the next needs no force", () => {
    const calls = eachCall();
    for (const first of calls) {
      const root = compiledOnce();
      const second = (first * 7) % calls.length;
      rewrite(
        root,
        failing("EROFS", (number) => number >= first),
      );
      rewrite(
        root,
        failing("EROFS", (number) => number >= second),
        { "a/one": "3", "a/new": "3", d: "3" },
      );
      const next = { "a/one": "4", "a/new": "4", e: "4" };
      expect(differences(root, next).filter(({ state }) => state === "edited")).toEqual([]);
      expect(write(root, next).failures).toEqual([]);
      expect(differences(root, next)).toEqual([]);
    }
  });

  it("leaves no folder that a file's owner had removed", () => {
    const root = compiledOnce();
    rmSync(join(root, FOLDER, "b"), { recursive: true });
    const before = treeOf(root);
    const last = failing("ENOSPC", (_, name) => name === "unlinkSync");
    expect(rewrite(root, last, { "a/one": "2" }).failures).toHaveLength(1);
    expect(treeOf(root)).toEqual({ ...before, "shop/dev/specc.lock.next": expect.any(String) });
  });

  it("leaves not even a folder of a first compile", () => {
    const root = join(scratch(), "out");
    expect(
      rewrite(
        root,
        failing("ENOSPC", (_, name) => name === "writeFileSync"),
      ).failures,
    ).toHaveLength(1);
    expect(treeOf(join(root, ".."))).toEqual({});
  });
});

describe("a file system without second names", () => {
  it("is written just as well", () => {
    const root = compiledOnce();
    expect(
      rewrite(
        root,
        failing("EPERM", (_, name) => name === "linkSync"),
      ).failures,
    ).toEqual([]);
    expect(differences(root, AFTER)).toEqual([]);
  });

  it("gets back its old tree, too", () => {
    const root = compiledOnce();
    const before = treeOf(root);
    const last = callsInAll() + countOf("linkSync");
    const fails = (call: number, name: keyof Disk) => name === "linkSync" || call === last;
    expect(rewrite(root, failing("EPERM", fails)).failures).toHaveLength(1);
    expect(treeOf(root)).toEqual(before);
  });
});

function countOf(wanted: keyof Disk): number {
  let count = 0;
  const disk = failing("", (_, name) => {
    count += name === wanted ? 1 : 0;
    return false;
  });
  rewrite(compiledOnce(), disk);
  return count;
}
