import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";

const MARKS = [".git", "package.json"];

/** What a spec may read: the nearest folder above it that is a project, else its own. */
export function projectRoot(folder: string): string {
  let candidate = folder;
  while (!MARKS.some((mark) => existsSync(join(candidate, mark)))) {
    const above = dirname(candidate);
    if (above === candidate) return folder;
    candidate = above;
  }
  return candidate;
}

/** Between two drives of Windows there is no relative path. */
export function isInside(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below.split(sep)[0] !== ".." && !isAbsolute(below);
}

/** A path from a folder, or the whole of it where it leads out; always with `/`. */
const pathFrom = (folder: string, path: string): string =>
  (isInside(folder, path) ? relative(folder, path) : path).split(sep).join("/");

/** A file as people know it: below the current folder from there. */
export const shownPath = (path: string): string => pathFrom(process.cwd(), path);
