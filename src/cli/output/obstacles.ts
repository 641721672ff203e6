import { isBlocked, isSymlink, type OutputFailure } from "./failure.ts";
import { foldersOf } from "./paths.ts";
import type { DiskEntry } from "./snapshot.ts";

type Entries = ReadonlyMap<string, DiskEntry>;

/** The paths that a compile is about to touch: files to be there, and files that give up their place. */
interface Touched {
  readonly wanted: readonly string[];
  readonly removed: readonly string[];
}

/** What stands in the way of a compile and does not go away by it, not even by force. */
export function obstacles(entries: Entries, { wanted, removed }: Touched): readonly OutputFailure[] {
  const leaving = new Set(removed);
  const emptied = new Set(removed.flatMap(foldersOf));
  const links = [...wanted, ...removed].flatMap((path) => linksOn(entries, path));
  const folders = new Set(wanted.flatMap(foldersOf));
  const files = [...folders].filter((path) => !leaving.has(path)).flatMap((path) => needsFolder(path, entries));
  const others = wanted.filter((path) => !emptied.has(path)).flatMap((path) => needsFile(path, entries));
  return [...[...new Set(links)].map(isSymlink), ...files, ...others];
}

const linksOn = (entries: Entries, path: string): readonly string[] =>
  [...foldersOf(path), path].filter((place) => entries.get(place)?.kind === "symbolic link");

function needsFolder(path: string, entries: Entries): readonly OutputFailure[] {
  const kind = entries.get(path)?.kind;
  return kind === "file" || kind === "device" ? [isBlocked(path, kind, "folder")] : [];
}

function needsFile(path: string, entries: Entries): readonly OutputFailure[] {
  const kind = entries.get(path)?.kind;
  return kind === "folder" || kind === "device" ? [isBlocked(path, kind, "file")] : [];
}
