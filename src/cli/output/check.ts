import { examine } from "./examine.ts";
import type { Choice } from "./expectation.ts";
import type { OutputFiles } from "./output-file.ts";
import { attempt } from "./place.ts";
import { type CheckReport, differencesIn } from "./report.ts";

/**
 * Compares the disk with the compile, byte for byte, and leaves it alone: for `--check` and `--dry-run`. It waits for
 * nobody, so while another compile writes, it may see that one half done.
 */
export function checkOutput(root: string, environmentFolder: string, files: OutputFiles, choice: Choice): CheckReport {
  const place = { root, folder: environmentFolder };
  return attempt<CheckReport>(
    place,
    () => {
      const found = examine({ place, files, choice });
      return "failures" in found
        ? { differences: [], failures: found.failures }
        : { differences: differencesIn(place, found.comparison.differences), failures: [] };
    },
    (failure) => ({ differences: [], failures: [failure] }),
  );
}
