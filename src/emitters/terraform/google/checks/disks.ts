import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import { toGibibytes } from "../../gibibytes.ts";

const leastDisk = 10;

/** Disks are as large as Google makes them, and as an operating system needs. */
export const disksAreSold: Check = function* ({ instances }) {
  for (const { disks } of instances)
    for (const { name, at, size } of disks)
      if (toGibibytes(size.value) < leastDisk)
        yield diagnose("google-disk", at, { disk: name, problem: `disks begin at ${leastDisk}GiB` });
};
