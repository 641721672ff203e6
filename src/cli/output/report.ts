import type { Comparison, Difference } from "./compare.ts";
import type { OutputFailure } from "./failure.ts";
import { belowRoot, type Place } from "./place.ts";

/** What a compile did to the disk, by paths below the output root. With a failure it did nothing. */
export interface WriteReport {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  readonly failures: readonly OutputFailure[];
}

/** What a compile would change, by paths below the output root; with a failure it could not. */
export interface CheckReport {
  readonly differences: readonly Difference[];
  readonly failures: readonly OutputFailure[];
}

export const nothingWritten = (failures: readonly OutputFailure[]): WriteReport => ({
  written: [],
  unchanged: [],
  removed: [],
  failures,
});

export const differencesIn = (place: Place, differences: readonly Difference[]): readonly Difference[] =>
  differences.map(({ path, state }) => ({ path: belowRoot(place, path), state }));

export function reportOf(place: Place, { differences, unchanged, removed }: Comparison): WriteReport {
  const gone = new Set(removed);
  const changed = differences.filter(({ state }) => state !== "interrupted").map(({ path }) => path);
  const named = (paths: readonly string[]) => paths.map((path) => belowRoot(place, path)).sort();
  return {
    written: named(changed.filter((path) => !gone.has(path))),
    unchanged: named(unchanged),
    removed: named(changed.filter((path) => gone.has(path))),
    failures: [],
  };
}
