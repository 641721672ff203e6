import { chmodSync, lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { realDisk } from "./disk.ts";
import { hasCode } from "./io-failure.ts";
import { processOf, temporaryName } from "./names.ts";
import { makeFolders } from "./workbench.ts";

/** Our own temporary folder and those that dead processes left; or the process that would not give up its turn. */
export type Turn = { readonly temporary: string; readonly abandoned: readonly string[] } | { readonly heldBy: number };

/** A number may be in use again after a restart, so a folder that nobody touched for so long counts as left behind. */
const LONGEST_TURN = 60_000;

/**
 * One compile at a time: announce oneself by a folder of one's own, then look. Whoever sees another's folder withdraws
 * and tries again, so of two that look at once at most one goes on, and nobody ever deletes a living process's claim.
 */
export function takeTurn(folder: string, patience: number): Turn {
  const own = temporaryName(process.pid);
  const temporary = join(folder, own);
  const end = performance.now() + patience;
  for (;;) {
    announce(temporary);
    const others = temporaryFolders(folder).filter((name) => name !== own);
    const holder = others.find((name) => !isAbandoned(folder, name));
    if (holder === undefined) return { temporary, abandoned: others.map((name) => join(folder, name)) };
    remove(temporary);
    if (performance.now() > end) return { heldBy: processOf(holder) ?? 0 };
    pause(5 + Math.random() * 20);
  }
}

/** What bears our number was left by its last owner. The folder above may have gone with a compile that failed. */
function announce(temporary: string): void {
  remove(temporary);
  makeFolders(realDisk, temporary);
  chmodSync(temporary, 0o700);
}

export const remove = (path: string): void => rmSync(path, { recursive: true, force: true });

export function temporaryFolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => processOf(name) !== undefined)
      .sort();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    throw error;
  }
}

/** The process that made the folder is dead, or the number is another's by now. */
export function isAbandoned(folder: string, name: string): boolean {
  const owner = processOf(name);
  return owner === undefined || !isAlive(owner) || ageOf(join(folder, name)) > LONGEST_TURN;
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

/** A folder that has gone in the meantime is as old as can be. */
function ageOf(path: string): number {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats === undefined ? Number.POSITIVE_INFINITY : Date.now() - stats.mtimeMs;
}

const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};
