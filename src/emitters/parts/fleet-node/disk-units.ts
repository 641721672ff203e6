import type { Disk, InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { literal } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { command, directive, section, type UnitDocument, unit, words } from "../../../formats/unit/tree.ts";

/** The path of a disk's device, which each provider has its own way to name. */
export type DeviceOf = (disk: Disk) => string;

type MountedDisk = Disk & { readonly mount: NonNullable<Disk["mount"]> };

export const mountedDisks = ({ disks }: InstanceGroup): readonly MountedDisk[] =>
  disks.filter((disk): disk is MountedDisk => disk.mount !== undefined);

interface NamedUnit {
  readonly name: string;
  readonly document: UnitDocument;
}

/** A disk is formatted when it is empty, then mounted before Docker starts. */
export const diskUnits = (group: InstanceGroup, deviceOf: DeviceOf): readonly NamedUnit[] =>
  mountedDisks(group).flatMap((disk) => [
    { name: formatUnit(disk), document: formatting(disk, deviceOf(disk)) },
    { name: mountUnit(disk), document: mounting(disk, deviceOf(disk)) },
  ]);

const formatUnit = ({ name }: Disk): string => `format-${name}.service`;

const mountUnit = ({ mount }: MountedDisk): string => `${escapedPath(literal(mount).value)}.mount`;

/** A path as systemd writes it in the name of a unit: `/var/lib/docker` is `var-lib-docker`. */
export const escapedPath = (path: string): string =>
  path
    .replace(/^\/+|\/+$/g, "")
    .replace(/\/+/g, "/")
    .replace(/^\.|[^A-Za-z0-9:_./]/g, (character) =>
      [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""),
    )
    .replaceAll("/", "-");

/** A disk that has a file system already is left as it is: its data outlive the machine. */
const formatting = (disk: MountedDisk, device: string): UnitDocument => {
  const script = `blkid --probe ${device} > /dev/null || mkfs.${disk.filesystem.value} ${device}`;
  const waited = `${escapedPath(device)}.device`;
  const rule = [{ at: disk.at }, by("disk-format", disk.at)];
  return unit([
    section("Unit", rule, [
      directive("Description", `File system of the disk ${disk.name}`),
      directive("Requires", waited),
      directive("After", waited),
      directive("Before", words(mountUnit(disk))),
    ]),
    section("Service", rule, [
      directive("Type", "oneshot"),
      directive("RemainAfterExit", "yes"),
      directive("ExecStart", traced(command(["/bin/bash", "-c", script]), ...disk.filesystem[ORIGINS])),
    ]),
  ]);
};

const mounting = (disk: MountedDisk, device: string): UnitDocument => {
  const rule = [{ at: disk.at }, by("disk-format", disk.at)];
  return unit([
    section("Unit", rule, [
      directive("Description", `Disk ${disk.name}`),
      directive("Requires", words(formatUnit(disk))),
      directive("After", words(formatUnit(disk))),
    ]),
    section("Mount", rule, [
      directive("What", device),
      directive("Where", literal(disk.mount)),
      directive("Type", disk.filesystem),
    ]),
    section("Install", rule, [directive("WantedBy", "multi-user.target")]),
  ]);
};

/** Docker writes its images onto the disk, so it waits for it. */
export const dockerDropIn = (disk: MountedDisk): UnitDocument =>
  unit([
    section(
      "Unit",
      [{ at: disk.at }, by("disk-format", disk.at)],
      [directive("Requires", words(mountUnit(disk))), directive("After", words(mountUnit(disk)))],
    ),
  ]);
