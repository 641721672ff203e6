import { lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import { hasCode } from "./io-failure.ts";
import { makeFolders, temporaryPath, type Workbench } from "./workbench.ts";

/** Remembers how to take a step back: a failure half-way must not leave two generations side by side. */
export type Remember = (undo: () => void) => void;

/** Takes a file that has to go out of the tree. */
export function takeAway(bench: Workbench, path: string, name: string, remember: Remember): void {
  const { disk, folder } = bench;
  const place = join(folder, path);
  const aside = temporaryPath(bench, name);
  try {
    disk.renameSync(place, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return;
    throw error;
  }
  remember(() => disk.renameSync(aside, place));
}

/** Removes the folders that a file leaves empty, up to the environment's own. */
export function prune(bench: Workbench, path: string, remember: Remember): void {
  const parent = dirname(path);
  if (parent !== "." && removeIfEmpty(bench, parent, remember)) prune(bench, parent, remember);
}

/** True also for a folder that is gone, since a killed compile may have got no further. */
function removeIfEmpty({ disk, folder }: Workbench, path: string, remember: Remember): boolean {
  const place = join(folder, path);
  try {
    disk.rmdirSync(place);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return true;
    if (hasCode(error, "ENOTEMPTY", "EEXIST", "ENOTDIR")) return false;
    throw error;
  }
  remember(() => makeFolders(disk, place));
  return true;
}

/** Lets a staged file take its place, with the folders that it needs. */
export function putInPlace(bench: Workbench, staged: string, path: string, remember: Remember): void {
  const { disk, folder } = bench;
  const place = join(folder, path);
  makeFolders(disk, dirname(place), (made) => remember(() => disk.rmdirSync(made)));
  const before = keepAside(bench, place, `${staged}.before`);
  disk.renameSync(staged, place);
  remember(() => (before === undefined ? disk.unlinkSync(place) : disk.renameSync(before, place)));
}

/** A second name for the file that is about to be replaced; a copy where the system does not allow one. */
function keepAside({ disk }: Workbench, place: string, aside: string): string | undefined {
  if (!lstatSync(place, { throwIfNoEntry: false })?.isFile()) return undefined;
  try {
    disk.linkSync(place, aside);
  } catch {
    disk.copyFileSync(place, aside);
  }
  return aside;
}
