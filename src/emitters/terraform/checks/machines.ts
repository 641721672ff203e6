import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Database } from "../../../compiler/environment/database.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { isTraced } from "../../../formats/origin.ts";
import { systemOf } from "../../parts/boot-images.ts";
import { systems } from "../../parts/systems.ts";
import type { SettingsDelivery } from "../settings.ts";
import { fittingSize, type Needs, type Size } from "../sizes.ts";
import { templateLines } from "../templates.ts";

/** Stock images are those of a table. */
export const systemsAreKnown: Check = function* (environment) {
  for (const { image, at } of environment.instances) {
    if (image.kind !== "stock" || systemOf(environment, image) !== undefined) continue;
    yield diagnose("terraform-system", [...at, "image"], { system: image.system.value, known: Object.keys(systems) });
  }
};

/** Some machine type, or class of database, has what is asked for. */
export const sizesSuffice = (
  section: "instances" | "nodePools" | "databases",
  sizes: readonly Size[],
  needsOf: (element: InstanceGroup | Database) => Needs = ({ resources }) => resources,
): Check =>
  function* (environment) {
    const largest = sizes.at(-1);
    for (const element of environment[section]) {
      const { name, at, size } = element;
      if (size === undefined && fittingSize(sizes, needsOf(element)) === undefined && largest !== undefined)
        yield diagnose("terraform-no-size", [...at, "resources"], { ...largest, name, largest: largest.name });
    }
  };

/** Machines that come and go have no names of their own. */
export const hostnamesStay: Check = function* ({ instances }) {
  for (const { name, at, hostname, scaling } of instances)
    if (hostname !== undefined && scaling !== undefined)
      yield diagnose("terraform-scaled-hostname", [...at, "hostname"], { group: name });
};

/** A job runs on each machine of its group. */
export const jobsRunOnce: Check = function* ({ apps }) {
  for (const { name, at, kind, runsOn } of apps) {
    if (kind.value !== "job" || runsOn === undefined) continue;
    if (runsOn.count.value > 1 || runsOn.scaling !== undefined)
      yield diagnose("terraform-job-on-each-machine", at, { app: name, group: runsOn.name });
  }
};

/** Providers take only so much user data. */
export const userDataFits = (delivery: SettingsDelivery, most: number): Check =>
  function* (environment) {
    for (const group of environment.instances) {
      if (group.image.kind === "stock" && systemOf(environment, group.image) === undefined) continue;
      const lines = templateLines(environment, group, delivery).map((line) => (isTraced(line) ? line.value : line));
      const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`).length;
      if (bytes > most) yield diagnose("terraform-user-data", group.at, { group: group.name, bytes, most });
    }
  };
