import { dirname, join } from "node:path";
import { JOURNAL, MANIFEST } from "./names.ts";
import type { OutputFile } from "./output-file.ts";
import { prune, putInPlace, type Remember, takeAway } from "./steps.ts";
import { stage, syncFolder, type Workbench } from "./workbench.ts";

/** From what is on disk to what was compiled. */
export interface Change {
  readonly written: ReadonlyMap<string, OutputFile>;
  readonly removed: readonly string[];
  readonly manifest: string;
  /** The manifest on disk. */
  readonly manifestBefore: string | undefined;
  /** The manifest that is true before this change, when a killed compile has left another one. */
  readonly settled: string | undefined;
}

interface Staged {
  readonly files: ReadonlyMap<string, string>;
  readonly journal: string;
  readonly manifest: string;
}

/**
 * Replaces the tree. Everything is on disk before anything moves, so a full disk is noticed in time; the journal says
 * what the moves intend, so a kill between two of them is understood by the next run; the manifest moves last, and when
 * the journal is gone, all is done.
 */
export function replaceTree(bench: Workbench, change: Change): void {
  const staged = stageAll(bench, change);
  if (change.settled !== undefined) settle(bench, change.settled);
  const undos: (() => void)[] = [];
  try {
    putInPlace(bench, staged.journal, JOURNAL, (undo) => undos.push(undo));
    syncFolder(bench, bench.folder);
    move(bench, change, staged, (undo) => undos.push(undo));
  } catch (error) {
    takeBack(undos);
    throw error;
  }
}

function stageAll(bench: Workbench, { written, manifest }: Change): Staged {
  const files = [...written].map(([path, { text, executable }], index) => {
    return [path, stage(bench, `file-${index}`, text, executable)] as const;
  });
  return {
    files: new Map(files),
    journal: stage(bench, JOURNAL, manifest, false),
    manifest: stage(bench, MANIFEST, manifest, false),
  };
}

/** No second journal is needed for a second kill: the first one's files enter the manifest before its journal goes. */
function settle(bench: Workbench, manifest: string): void {
  const staged = stage(bench, "settled", manifest, false);
  bench.disk.renameSync(staged, join(bench.folder, MANIFEST));
}

/** First what goes, since a folder may have to make room for a file of its name, or the other way round. */
function move(bench: Workbench, change: Change, staged: Staged, remember: Remember): void {
  for (const [index, path] of change.removed.entries()) takeAway(bench, path, `removed-${index}`, remember);
  for (const path of change.removed) prune(bench, path, remember);
  for (const [path, file] of staged.files) putInPlace(bench, file, path, remember);
  const folders = new Set([...staged.files.keys()].map(dirname));
  for (const folder of folders) syncFolder(bench, join(bench.folder, folder));
  if (change.manifest !== (change.settled ?? change.manifestBefore))
    putInPlace(bench, staged.manifest, MANIFEST, remember);
  syncFolder(bench, bench.folder);
  bench.disk.unlinkSync(join(bench.folder, JOURNAL));
}

/** When this fails too, the journal is still there: it is the first step, so it goes last. */
function takeBack(undos: readonly (() => void)[]): void {
  try {
    for (const undo of undos.toReversed()) undo();
  } catch {
    return;
  }
}
