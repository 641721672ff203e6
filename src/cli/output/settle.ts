import { EMPTY_MANIFEST, type Manifest, type ManifestEntry } from "./manifest.ts";
import { type DiskEntry, manifestOf, type Snapshot } from "./snapshot.ts";

type Settleable = Pick<Snapshot, "manifest" | "journal" | "entries">;

/**
 * What specc last wrote, file by file. A killed compile got to some of the files of its journal: those that hold
 * what it intended are its own, all others are as the manifest before it says.
 */
export function settledManifest({ manifest, journal, entries }: Settleable): Manifest {
  const before = manifestOf(manifest) ?? EMPTY_MANIFEST;
  if (journal === undefined) return before;
  const reached = [...journal.files].filter(([path, entry]) => holds(entries.get(path), entry));
  return { files: new Map([...before.files, ...reached]), rules: [...before.rules, ...journal.rules] };
}

export const holds = (found: DiskEntry | undefined, entry: Pick<ManifestEntry, "sha256">): boolean =>
  found?.kind === "file" && found.sha256 === entry.sha256;
