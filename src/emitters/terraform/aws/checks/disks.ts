import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { Disk } from "../../../../compiler/environment/instance-group.ts";
import { toGibibytes } from "../../gibibytes.ts";

const leastHdd = 125;
const mostDisks = 11;

/** Disks are ones that AWS sells. */
export const disksAreSold: Check = function* ({ instances }) {
  for (const { disks } of instances) {
    for (const disk of disks) {
      const problem = diskProblem(disk);
      if (problem !== undefined) yield diagnose("aws-disk", disk.at, { disk: disk.name, problem });
    }
    const extra = disks.filter(({ name }) => name !== "root")[mostDisks];
    if (extra !== undefined)
      yield diagnose("aws-disk", extra.at, {
        disk: extra.name,
        problem: `a machine has ${mostDisks} beside the first`,
      });
  }
};

function diskProblem({ name, kind, size }: Disk): string | undefined {
  if (kind.value === "ssd") return undefined;
  if (name === "root") return "machines boot from SSD";
  return toGibibytes(size.value) < leastHdd ? `\`hdd\` begins at ${leastHdd}GiB` : undefined;
}
