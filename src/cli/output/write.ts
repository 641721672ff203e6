import { randomUUID } from "node:crypto";
import { rmdirSync } from "node:fs";
import { changeOf, editedIn } from "./change.ts";
import { type Disk, realDisk } from "./disk.ts";
import { type Examination, examine, type Request, refusals } from "./examine.ts";
import type { Choice } from "./expectation.ts";
import { isLocked } from "./failure.ts";
import { temporaryName } from "./names.ts";
import type { OutputFiles } from "./output-file.ts";
import { absolute, asTyped, attempt, belowRoot } from "./place.ts";
import { replaceTree } from "./replace.ts";
import { nothingWritten, reportOf, type WriteReport } from "./report.ts";
import { remove, takeTurn } from "./turn.ts";
import { makeFolders, type Workbench } from "./workbench.ts";

export interface WriteOptions extends Choice {
  /** Replace also what was edited by hand. */
  readonly force: boolean;
}

/** What a test changes about the machine. */
export interface Machine {
  readonly disk: Disk;
  /** How many milliseconds to wait for another compile. */
  readonly patience: number;
}

const MACHINE: Machine = { disk: realDisk, patience: 10_000 };

/** Makes the environment's folder hold the compiled files: all of them or none. */
export function writeOutput(
  root: string,
  environmentFolder: string,
  files: OutputFiles,
  { targets, rules, force }: WriteOptions,
  machine: Machine = MACHINE,
): WriteReport {
  const place = { root, folder: environmentFolder };
  const request = { place, files, choice: { targets, rules } };
  return attempt(
    place,
    () => writeIfDifferent(request, force, machine),
    (failure) => nothingWritten([failure]),
  );
}

function writeIfDifferent(request: Request, force: boolean, machine: Machine): WriteReport {
  const refused = refusals(request);
  return refused.length > 0 ? nothingWritten(refused) : (upToDate(request) ?? writeInTurn(request, force, machine));
}

/**
 * A tree that is as it should be is not touched, so that it may be read-only and no watcher wakes up. Any other answer
 * may come from another compile's being half-way, so it counts only when it is given again in turn.
 */
function upToDate(request: Request): WriteReport | undefined {
  const found = attempt<Examination>(
    request.place,
    () => examine(request),
    (failure) => ({ failures: [failure] }),
  );
  if ("failures" in found || found.comparison.differences.length > 0) return undefined;
  return reportOf(request.place, found.comparison);
}

function writeInTurn(request: Request, force: boolean, { disk, patience }: Machine): WriteReport {
  const folder = absolute(request.place);
  const made: string[] = [];
  try {
    makeFolders(disk, folder, (path) => made.push(path));
    const turn = takeTurn(folder, patience);
    if ("heldBy" in turn) {
      const held = belowRoot(request.place, temporaryName(turn.heldBy));
      return nothingWritten([isLocked(asTyped(request.place, held), turn.heldBy)]);
    }
    const bench = { disk, folder, temporary: turn.temporary, run: randomUUID() };
    return writeNow(request, force, bench, turn.abandoned);
  } finally {
    removeUnused(made);
  }
}

/** Looks again, now that nobody else changes the tree. */
function writeNow(request: Request, force: boolean, bench: Workbench, abandoned: readonly string[]): WriteReport {
  try {
    const found = examine(request);
    if ("failures" in found) return nothingWritten(found.failures);
    const edited = force ? [] : editedIn(request.place, found);
    if (edited.length > 0) return nothingWritten(edited);
    for (const leftover of abandoned) remove(leftover);
    if (found.comparison.differences.length > 0) replaceTree(bench, changeOf(found));
    return reportOf(request.place, found.comparison);
  } finally {
    remove(bench.temporary);
  }
}

/** Folders that were made for nothing; one in which something stands by now stays, and so do all above it. */
function removeUnused(made: readonly string[]): void {
  try {
    for (const folder of made.toReversed()) rmdirSync(folder);
  } catch {
    return;
  }
}
