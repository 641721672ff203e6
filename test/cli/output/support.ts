import { lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { onTestFinished } from "vitest";
import type { OutputFile } from "../../../src/cli/output/output-file.ts";
import { writeOutput } from "../../../src/cli/output/write.ts";

export const FOLDER = "shop/dev";
export const ALL = { targets: undefined, rules: [], force: false } as const;

/** A folder of its own for one test. */
export function scratch(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "specc-output-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Compiled files by path below the environment's folder; the first component is the target, as in the real tree. */
export const compiled = (texts: Readonly<Record<string, string>>): ReadonlyMap<string, OutputFile> =>
  new Map(Object.entries(texts).map(([path, text]) => [`${FOLDER}/${path}`, file(path, text)]));

const file = (path: string, text: string): OutputFile => ({
  text,
  target: path.includes("/") ? path.split("/")[0] : undefined,
  executable: path.endsWith(".sh"),
});

export const write = (root: string, texts: Readonly<Record<string, string>>, options: Partial<WriteOptions> = {}) =>
  writeOutput(root, FOLDER, compiled(texts), { ...ALL, ...options });

type WriteOptions = Parameters<typeof writeOutput>[3];

/** All that is in a folder: texts of files, and the kinds of what is no file. */
export function treeOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(paths.flatMap((path) => entryOf(folder, join(folder, path))));
}

function entryOf(folder: string, path: string): readonly (readonly [string, string])[] {
  const stats = lstatSync(path);
  const name = relative(folder, path);
  if (stats.isFile()) return [[name, readFileSync(path, "utf8")]];
  if (stats.isSymbolicLink()) return [[name, "a symbolic link"]];
  return stats.isDirectory() && readdirSync(path).length > 0 ? [] : [[name, "an empty folder or a device"]];
}

/** The same without the manifest, for tests that are not about it. */
export function textsOf(root: string): Readonly<Record<string, string>> {
  const { "specc.lock": _, ...texts } = treeOf(join(root, FOLDER));
  return texts;
}
