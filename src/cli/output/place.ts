import { posix, relative, resolve, sep } from "node:path";
import type { OutputFailure } from "./failure.ts";
import { ioFailure } from "./io-failure.ts";
import { processOf } from "./names.ts";

/** Where an environment's files are: the output root as the user named it, and the environment's folder below it. */
export interface Place {
  readonly root: string;
  readonly folder: string;
}

export const absolute = ({ root, folder }: Place): string => resolve(root, folder);

/** A path below the environment's folder as it is known outside: below the output root. */
export const belowRoot = ({ folder }: Place, path: string): string => `${folder}/${path}`;

/** The same as a user would type it. */
export const asTyped = ({ root }: Place, path: string): string => posix.join(root.split(sep).join("/"), path);

/** The findings of some steps on disk: theirs, or what the operating system refused. */
export function attempt<T>(place: Place, steps: () => T, refused: (failure: OutputFailure) => T): T {
  try {
    return steps();
  } catch (error) {
    const failure = ioFailure(error, (paths) => nameOf(place, paths));
    if (failure === undefined) throw error;
    return refused(failure);
  }
}

/** Temporary files say nothing to a user: the other end of the rename does, or else the environment's folder. */
function nameOf(place: Place, paths: readonly string[]): string {
  const candidates = paths.map((path) => relative(resolve(place.root), path).split(sep));
  const telling = candidates.find((names) => names[0] !== ".." && names.every((name) => processOf(name) === undefined));
  return asTyped(place, telling?.join("/") ?? place.folder);
}
