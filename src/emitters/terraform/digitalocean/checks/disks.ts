import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { Disk, InstanceGroup } from "../../../../compiler/environment/instance-group.ts";
import { extraDisks } from "../volumes.ts";

const mostDisks = 15;

/** Disks are ones that DigitalOcean sells. */
export const disksAreSold: Check = function* ({ instances }) {
  for (const group of instances) {
    for (const disk of group.disks) {
      const problem = problemOf(group, disk);
      if (problem !== undefined) yield diagnose("digitalocean-disk", disk.at, { disk: disk.name, problem });
    }
    const beyond = extraDisks(group)[mostDisks];
    if (beyond !== undefined)
      yield diagnose("digitalocean-disk", beyond.at, {
        disk: beyond.name,
        problem: `a machine has ${mostDisks} beside the first`,
      });
  }
};

function problemOf({ size, scaling }: InstanceGroup, { name, kind }: Disk): string | undefined {
  if (kind.value === "hdd") return "all its disks are SSD";
  if (name === "root")
    return size === undefined ? undefined : "the disk that a machine boots from comes with its `size`";
  return scaling === undefined ? undefined : "machines that come and go have none beside the first";
}
