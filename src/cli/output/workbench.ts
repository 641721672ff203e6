import { chmodSync, closeSync, constants, fchmodSync, openSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Disk } from "./disk.ts";
import { hasCode } from "./io-failure.ts";

/** Where the files of one compile are made before they take their places. */
export interface Workbench {
  readonly disk: Disk;
  /** The environment's folder. */
  readonly folder: string;
  /** This process's temporary folder in it, on the same file system, so that a rename is all it takes. */
  readonly temporary: string;
  /** In two containers that share a folder both compiles may be process 1: what they make must not have one name. */
  readonly run: string;
}

export const temporaryPath = ({ temporary, run }: Workbench, name: string): string => join(temporary, `${run}-${name}`);

/** `O_EXCL` makes a new file or none, whatever stands there; Windows has no `O_NOFOLLOW`. */
const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** Puts the whole of a file on disk, under a name that nobody reads, with a mode that no umask changes. */
export function stage(bench: Workbench, name: string, text: string, executable: boolean): string {
  const path = temporaryPath(bench, name);
  const file = openSync(path, CREATE, 0o600);
  try {
    bench.disk.writeFileSync(file, text);
    fchmodSync(file, executable ? 0o755 : 0o644);
    bench.disk.fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return path;
}

/** Makes a folder and all above it that are missing; tells each one, the outermost first, as soon as it is there. */
export function makeFolders(disk: Disk, path: string, tell: (made: string) => void = () => {}): void {
  try {
    disk.mkdirSync(path);
    tell(path);
    chmodSync(path, 0o755);
  } catch (error) {
    if (hasCode(error, "EEXIST")) return;
    if (!hasCode(error, "ENOENT") || dirname(path) === path) throw error;
    makeFolders(disk, dirname(path), tell);
    makeFolders(disk, path, tell);
  }
}

/** A rename is safe from a power cut when its folder is on disk; Windows neither needs that nor opens folders. */
export function syncFolder({ disk }: Workbench, path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, constants.O_RDONLY);
  try {
    disk.fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
