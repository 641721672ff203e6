import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { Disk } from "../../../../compiler/environment/instance-group.ts";
import { isTraced } from "../../../../formats/origin.ts";
import { systems } from "../../../parts/systems.ts";
import { toGibibytes } from "../../gibibytes.ts";
import { fittingSize } from "../../sizes.ts";
import { machineSizes } from "../sizes.ts";
import { templateLines } from "../templates.ts";

/** Stock images are those of a table. */
export const systemsAreKnown: Check = function* ({ instances }) {
  for (const { image, at } of instances) {
    if (image.kind !== "stock" || Object.hasOwn(systems, image.system.value)) continue;
    yield diagnose("aws-system", [...at, "image"], { system: image.system.value, known: Object.keys(systems) });
  }
};

/** Some machine type has what is asked for. */
export const machinesFit: Check = function* ({ instances }) {
  const largest = machineSizes.at(-1);
  for (const { name, at, resources, size } of instances)
    if (size === undefined && fittingSize(machineSizes, resources) === undefined && largest !== undefined)
      yield diagnose("aws-no-size", [...at, "resources"], { ...largest, name, largest: largest.name });
};

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

/** Machines that come and go have no names of their own. */
export const hostnamesStay: Check = function* ({ instances }) {
  for (const { name, at, hostname, scaling } of instances)
    if (hostname !== undefined && scaling !== undefined)
      yield diagnose("aws-scaled-hostname", [...at, "hostname"], { group: name });
};

/** A job runs on each machine of its group. */
export const jobsRunOnce: Check = function* ({ apps }) {
  for (const { name, at, kind, runsOn } of apps) {
    if (kind.value !== "job" || runsOn === undefined) continue;
    if (runsOn.count.value > 1 || runsOn.scaling !== undefined)
      yield diagnose("aws-job-on-each-machine", at, { app: name, group: runsOn.name });
  }
};

const mostBytes = 16384;

/** User data is short. */
export const userDataFits: Check = function* (environment) {
  for (const group of environment.instances) {
    if (group.image.kind === "stock" && !Object.hasOwn(systems, group.image.system.value)) continue;
    const lines = templateLines(environment, group).map((line) => (isTraced(line) ? line.value : line));
    const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`).length;
    if (bytes > mostBytes) yield diagnose("aws-user-data", group.at, { group: group.name, bytes });
  }
};
