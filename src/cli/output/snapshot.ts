import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { hasCode } from "./io-failure.ts";
import { type Manifest, type ManifestReading, readManifest, sha256 } from "./manifest.ts";
import { JOURNAL, MANIFEST } from "./names.ts";
import { foldersOf } from "./paths.ts";
import { isAbandoned, temporaryFolders } from "./turn.ts";

/** What stands at a path; nothing is said about a path where nothing stands. */
export type DiskEntry =
  | { readonly kind: "file"; readonly sha256: string; readonly executable: boolean }
  | { readonly kind: "folder" | "symbolic link" | "device" };

/** All of an environment's folder that a compile has to know before it decides anything. */
export interface Snapshot {
  readonly entries: ReadonlyMap<string, DiskEntry>;
  readonly manifestText: string | undefined;
  readonly manifest: ManifestReading | undefined;
  readonly journal: Manifest | undefined;
  /** What a killed compile left: its journal and its temporary folder. */
  readonly leftovers: readonly string[];
}

/** Reads what stands at these paths, at those of the manifests, and at every folder on the way to them. */
export function readSnapshot(folder: string, paths: Iterable<string>): Snapshot {
  const own = readEntries(folder, [MANIFEST, JOURNAL]);
  const manifestText = textOf(folder, own, MANIFEST);
  const manifest = manifestText === undefined ? undefined : readManifest(manifestText);
  const journal = journalOf(textOf(folder, own, JOURNAL));
  const known = [manifestOf(manifest), journal].flatMap((found) => [...(found?.files.keys() ?? [])]);
  const entries = new Map([...own, ...readEntries(folder, [...paths, ...known])]);
  return { entries, manifestText, manifest, journal, leftovers: leftoversIn(folder, own) };
}

export const manifestOf = (reading: ManifestReading | undefined): Manifest | undefined =>
  reading !== undefined && "manifest" in reading ? reading.manifest : undefined;

const journalOf = (text: string | undefined): Manifest | undefined =>
  text === undefined ? undefined : manifestOf(readManifest(text));

function leftoversIn(folder: string, own: ReadonlyMap<string, DiskEntry>): readonly string[] {
  const abandoned = temporaryFolders(folder).filter((name) => isAbandoned(folder, name));
  return [...(own.has(JOURNAL) ? [JOURNAL] : []), ...abandoned];
}

/** What stands at these paths and on the way to them. */
function readEntries(folder: string, paths: Iterable<string>): ReadonlyMap<string, DiskEntry> {
  const entries = new Map<string, DiskEntry>();
  const places = new Set([...paths].flatMap((path) => [...foldersOf(path), path]));
  for (const place of [...places].sort()) {
    const entry = behindLink(entries, place) ? undefined : readEntry(join(folder, place));
    if (entry !== undefined) entries.set(place, entry);
  }
  return entries;
}

/** Behind a link lies somebody else's folder: it is not even looked at. */
const behindLink = (entries: ReadonlyMap<string, DiskEntry>, place: string): boolean =>
  foldersOf(place).some((folder) => entries.get(folder)?.kind === "symbolic link");

export function readEntry(path: string): DiskEntry | undefined {
  const stats = unlessAbsent(() => lstatSync(path));
  if (stats?.isFile()) return unlessAbsent(() => readFileEntry(path));
  return stats === undefined ? undefined : { kind: kindOf(stats) };
}

function kindOf(stats: Stats): "folder" | "symbolic link" | "device" {
  if (stats.isSymbolicLink()) return "symbolic link";
  return stats.isDirectory() ? "folder" : "device";
}

/** The link may have come between the look and the reading, hence `O_NOFOLLOW`; Windows has no such flag. */
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

function readFileEntry(path: string): DiskEntry {
  const file = openSync(path, READ);
  try {
    const executable = process.platform === "win32" || (fstatSync(file).mode & 0o100) !== 0;
    return { kind: "file", sha256: sha256(readFileSync(file)), executable };
  } finally {
    closeSync(file);
  }
}

const textOf = (folder: string, entries: ReadonlyMap<string, DiskEntry>, name: string): string | undefined =>
  entries.get(name)?.kind === "file" ? unlessAbsent(() => readFileSync(join(folder, name), "utf8")) : undefined;

function unlessAbsent<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
}
