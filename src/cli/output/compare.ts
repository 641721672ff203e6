import { type Expectation, type ExpectedFile, isKept, manifestAfter } from "./expectation.ts";
import { type Manifest, type ManifestEntry, printManifest } from "./manifest.ts";
import { MANIFEST } from "./names.ts";
import { holds, settledManifest } from "./settle.ts";
import type { DiskEntry, Snapshot } from "./snapshot.ts";

/**
 * How a path on disk differs from the compile: `stale` holds what specc wrote earlier, `orphan` is specc's and no more
 * asked for, `edited` is neither what specc wrote nor what it would write, `interrupted` was left by a killed compile.
 */
export type State = "stale" | "missing" | "orphan" | "edited" | "interrupted";

export interface Difference {
  readonly path: string;
  readonly state: State;
}

/** What a compile would do to the disk, by paths below the environment's folder. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly unchanged: readonly string[];
  /** Files of earlier compiles that have to go, also those that are gone already, whose folders may be left. */
  readonly removed: readonly string[];
  readonly manifest: string;
}

export function compareWithDisk(expectation: Expectation, snapshot: Snapshot): Comparison {
  const previous = settledManifest(snapshot);
  const manifest = printManifest(manifestAfter(expectation, previous));
  const dropped = [...previous.files].filter(([path, entry]) => isDropped(expectation, path, entry));
  const wanted = [...expectation.files].map(([path, file]) => wantedState(path, file, previous, snapshot));
  const found = [...wanted, manifestState(manifest, snapshot)];
  const differences = [
    ...found.flatMap(({ path, state }) => (state === undefined ? [] : [{ path, state }])),
    ...dropped.flatMap(([path, entry]) => droppedState(path, entry, snapshot.entries.get(path))),
    ...snapshot.leftovers.map((path): Difference => ({ path, state: "interrupted" })),
  ];
  return {
    differences: differences.sort((a, b) => (a.path < b.path ? -1 : 1)),
    unchanged: found.filter(({ state }) => state === undefined).map(({ path }) => path),
    removed: dropped.filter(([path]) => isFileOrGone(snapshot.entries.get(path))).map(([path]) => path),
    manifest,
  };
}

interface Judged {
  readonly path: string;
  readonly state: State | undefined;
}

const isDropped = (expectation: Expectation, path: string, entry: ManifestEntry): boolean =>
  !expectation.files.has(path) && !isKept(expectation, path, entry);

const wantedState = (path: string, file: ExpectedFile, previous: Manifest, { entries }: Snapshot): Judged => ({
  path,
  state: stateOf(file, previous.files.get(path), entries.get(path)),
});

/** A folder counts as missing: one that is in the way is an obstacle, any other goes with its orphans. */
function stateOf(
  file: ExpectedFile,
  previous: ManifestEntry | undefined,
  found: DiskEntry | undefined,
): State | undefined {
  if (found?.kind !== "file") return "missing";
  if (holds(found, file)) return file.executable && !found.executable ? "stale" : undefined;
  return previous !== undefined && holds(found, previous) ? "stale" : "edited";
}

function manifestState(manifest: string, { manifestText, manifest: reading }: Snapshot): Judged {
  if (manifestText === undefined) return { path: MANIFEST, state: "missing" };
  if (reading !== undefined && "problem" in reading) return { path: MANIFEST, state: "edited" };
  return { path: MANIFEST, state: manifestText === manifest ? undefined : "stale" };
}

function droppedState(path: string, entry: ManifestEntry, found: DiskEntry | undefined): readonly Difference[] {
  if (found?.kind !== "file") return [];
  return [{ path, state: holds(found, entry) ? "orphan" : "edited" }];
}

/** Where a folder or a device took an orphan's place, that is somebody else's. */
const isFileOrGone = (found: DiskEntry | undefined): boolean => found === undefined || found.kind === "file";
