import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { LIMITS } from "../../compiler/source/limits.ts";
import { decodeUtf8 } from "../../compiler/source/decode.ts";
import { sourceFile } from "../../compiler/source/source-file.ts";
import type { ReadFile } from "../../compiler/spec/load.ts";

/** Reads files as a revision of git has them; nothing is checked out. Files are called `REVISION:PATH` from the top. */
export function revisionReader(revision: string, folder: string): ReadFile | undefined {
  const top = git(folder, ["rev-parse", "--show-toplevel"])?.trim();
  const commit = git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`])?.trim();
  if (top === undefined || commit === undefined) return undefined;
  const prefix = `${revision}:`;
  return (path, from) => {
    const start = from === undefined ? process.cwd() : dirname(resolve(top, from.slice(prefix.length)));
    const named = relative(top, resolve(start, path)).split(sep).join("/");
    if (named.startsWith("../") || isAbsolute(named)) return { problem: "it lies outside the repository" };
    const bytes = show(top, `${commit}:${named}`);
    if (bytes === undefined) return { problem: `${revision} has no such file` };
    const { value } = decodeUtf8(prefix + named, bytes);
    return value === undefined ? { problem: "it is no text in UTF-8" } : sourceFile(prefix + named, value);
  };
}

const git = (folder: string, args: readonly string[]): string | undefined => {
  const { status, stdout } = spawn(folder, args);
  return status === 0 ? stdout.toString("utf8") : undefined;
};

const show = (folder: string, object: string): Uint8Array | undefined => {
  const { status, stdout } = spawn(folder, ["cat-file", "blob", object]);
  return status === 0 ? stdout : undefined;
};

/** With it Node loads all of its networking, so it is loaded when a revision is asked for. */
const spawn = (folder: string, args: readonly string[]) =>
  process
    .getBuiltinModule("node:child_process")
    .spawnSync("git", args, { cwd: folder, maxBuffer: LIMITS.fileLength + 1 });
