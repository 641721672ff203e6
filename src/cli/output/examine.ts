import { resolve } from "node:path";
import { type Comparison, compareWithDisk } from "./compare.ts";
import { type Choice, type Expectation, expectationOf, isKept } from "./expectation.ts";
import { isBlocked, isSymlink, type OutputFailure } from "./failure.ts";
import { JOURNAL, MANIFEST } from "./names.ts";
import { obstacles } from "./obstacles.ts";
import type { OutputFiles } from "./output-file.ts";
import { foldersOf, unsafePaths } from "./paths.ts";
import { absolute, asTyped, belowRoot, type Place } from "./place.ts";
import { settledManifest } from "./settle.ts";
import { readEntry, readSnapshot, type Snapshot } from "./snapshot.ts";

/** What a compile is to leave on disk, and where. */
export interface Request {
  readonly place: Place;
  readonly files: OutputFiles;
  readonly choice: Choice;
}

/** The disk beside the request; or why the one may not be changed into the other, not even by force. */
export type Examination = Examined | { readonly failures: readonly OutputFailure[] };

export interface Examined {
  readonly expectation: Expectation;
  readonly snapshot: Snapshot;
  readonly comparison: Comparison;
}

/** What needs no comparison: hostile paths, and an environment's folder that is somebody else's. */
export const refusals = ({ place, files }: Request): readonly OutputFailure[] =>
  firstOf(
    () => unsafePaths(place.folder, [...files.keys()]),
    () => closedFolders(place),
  );

/** Reads the disk, never writes it. Paths are judged first: where a hostile one leads is not even looked at. */
export function examine(request: Request): Examination {
  const refused = refusals(request);
  if (refused.length > 0) return { failures: refused };
  const { place, files, choice } = request;
  const expectation = expectationOf(place.folder, files, choice);
  const snapshot = readSnapshot(absolute(place), expectation.files.keys());
  const comparison = compareWithDisk(expectation, snapshot);
  const failures = firstOf(
    () => unsafePaths(place.folder, [...files.keys(), ...keptPaths(place, expectation, snapshot)]),
    () => obstaclesIn(place, expectation, snapshot, comparison),
  );
  return failures.length > 0 ? { failures } : { expectation, snapshot, comparison };
}

const firstOf = (...checks: readonly (() => readonly OutputFailure[])[]): readonly OutputFailure[] => {
  for (const check of checks) {
    const failures = check();
    if (failures.length > 0) return failures;
  }
  return [];
};

/** The files of targets that were not chosen: those of the chosen ones must be able to stand beside them. */
const keptPaths = (place: Place, expectation: Expectation, snapshot: Snapshot): readonly string[] =>
  [...settledManifest(snapshot).files]
    .filter(([path, entry]) => isKept(expectation, path, entry))
    .map(([path]) => belowRoot(place, path));

/** The output root and the folders down to the environment's, as far as there are any. */
function closedFolders({ root, folder }: Place): readonly OutputFailure[] {
  return ["", ...foldersOf(folder), folder].flatMap((path) => {
    const kind = readEntry(resolve(root, path))?.kind;
    const typed = asTyped({ root, folder }, path);
    if (kind === "symbolic link") return [isSymlink(typed)];
    return kind === undefined || kind === "folder" ? [] : [isBlocked(typed, kind, "folder")];
  });
}

function obstaclesIn(
  place: Place,
  { files }: Expectation,
  { entries }: Snapshot,
  { removed }: Comparison,
): readonly OutputFailure[] {
  const wanted = [...files.keys(), MANIFEST, JOURNAL];
  return obstacles(entries, { wanted, removed }).map((failure) => ({
    ...failure,
    path: asTyped(place, belowRoot(place, failure.path)),
  }));
}
