import type { Examined } from "./examine.ts";
import { editedByHand, notAManifest, type OutputFailure } from "./failure.ts";
import { printManifest } from "./manifest.ts";
import { MANIFEST } from "./names.ts";
import { asTyped, belowRoot, type Place } from "./place.ts";
import type { Change } from "./replace.ts";
import { settledManifest } from "./settle.ts";
import type { Snapshot } from "./snapshot.ts";

/** What a user would lose, by name. */
export function editedIn(place: Place, { comparison, snapshot }: Examined): readonly OutputFailure[] {
  const typed = (path: string) => asTyped(place, belowRoot(place, path));
  const edited = comparison.differences.filter(({ path, state }) => state === "edited" && path !== MANIFEST);
  return [
    ...problemsOf(snapshot).map((problem) => notAManifest(typed(MANIFEST), problem)),
    ...edited.map(({ path }) => editedByHand(typed(path))),
  ];
}

const problemsOf = ({ manifest }: Snapshot): readonly string[] =>
  manifest !== undefined && "problem" in manifest ? [manifest.problem] : [];

/** Everything that differs, whatever the reason: whether it may be replaced has been decided. */
export function changeOf({ expectation, snapshot, comparison }: Examined): Change {
  const different = new Set(comparison.differences.map(({ path }) => path));
  return {
    written: new Map([...expectation.files].filter(([path]) => different.has(path))),
    removed: comparison.removed,
    manifest: comparison.manifest,
    manifestBefore: snapshot.manifestText,
    settled: settledText(snapshot),
  };
}

function settledText(snapshot: Snapshot): string | undefined {
  const settled = printManifest(settledManifest(snapshot));
  return snapshot.journal === undefined || settled === snapshot.manifestText ? undefined : settled;
}
