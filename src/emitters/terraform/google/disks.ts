import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Disk, InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { derive, type Traced, traced } from "../../../formats/origin.ts";
import { toGibibytes } from "../gibibytes.ts";
import { identifiers } from "../identifiers.ts";
import { numbered } from "./machine-names.ts";
import { countOf, machineZone } from "./machine-place.ts";

const rootGibibytes = 20;

export const diskType = ({ kind }: Disk): Traced<string> =>
  derive(kind, (sort) => (sort === "ssd" ? "pd-balanced" : "pd-standard"));

export interface BootDisk {
  readonly size: Expression;
  readonly type: Expression;
}

/** The disk that a machine boots from. */
export function bootDisk({ disks, at }: InstanceGroup): BootDisk {
  const disk = disks.find(({ name }) => name === "root");
  const byRule = by("root-disk", at);
  if (disk === undefined) return { size: traced(rootGibibytes, byRule), type: traced("pd-balanced", byRule) };
  return { size: derive(disk.size, toGibibytes), type: diskType(disk) };
}

const dataDisks = ({ disks }: InstanceGroup): readonly Disk[] => disks.filter(({ name }) => name !== "root");

const label = (group: InstanceGroup, disk: Disk): string => identifiers(group.name, disk.name);

/** The further disks of a fixed group, one for each machine. */
export const fixedDisks = (environment: Environment, group: InstanceGroup): readonly Block[] =>
  dataDisks(group).map((disk) =>
    because(
      [{ at: disk.at }],
      block(["resource", "google_compute_disk", label(group, disk)], {
        count: countOf(group),
        name: numbered(environment, group, disk.name),
        zone: machineZone(group),
        size: derive(disk.size, toGibibytes),
        type: diskType(disk),
      }),
    ),
  );

export const attachedDisks = (group: InstanceGroup): readonly Block[] =>
  dataDisks(group).map((disk) =>
    because(
      [{ at: disk.at }],
      block(["attached_disk"], {
        source: reference(`google_compute_disk.${label(group, disk)}[count.index].id`),
        device_name: disk.name,
      }),
    ),
  );

/** The further disks of machines that come and go. */
export const templateDisks = (group: InstanceGroup): readonly Block[] =>
  dataDisks(group).map((disk) =>
    because(
      [{ at: disk.at }],
      block(["disk"], {
        device_name: disk.name,
        boot: false,
        auto_delete: traced(true, by("disks-follow-machines", group.at)),
        disk_size_gb: derive(disk.size, toGibibytes),
        disk_type: diskType(disk),
        labels: reference("local.labels"),
      }),
    ),
  );
