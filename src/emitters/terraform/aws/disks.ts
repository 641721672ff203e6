import type { Disk, InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import type { Expression } from "../../../formats/hcl/tree.ts";
import { reference } from "../../../formats/hcl/tree.ts";
import { derive, traced } from "../../../formats/origin.ts";
import { toGibibytes } from "../gibibytes.ts";
import { imageAddress } from "./images.ts";

export interface Volume {
  readonly device: Expression;
  readonly isRoot: boolean;
  readonly arguments: { readonly [name: string]: Expression };
}

/** The volumes of a machine, the one it boots from first. */
export const volumesOf = (group: InstanceGroup): readonly Volume[] => [
  rootVolume(group),
  ...group.disks.filter(({ name }) => name !== "root").map((disk, index) => dataVolume(group, disk, index)),
];

const rootGibibytes = 20;

function rootVolume(group: InstanceGroup): Volume {
  const disk = group.disks.find(({ name }) => name === "root");
  return {
    device: reference(`${imageAddress(group)}.root_device_name`),
    isRoot: true,
    arguments: {
      volume_size:
        disk === undefined ? traced(rootGibibytes, by("root-disk", group.at)) : derive(disk.size, toGibibytes),
      volume_type: disk === undefined ? traced("gp3", by("root-disk", group.at)) : derive(disk.kind, () => "gp3"),
      encrypted: traced(true, by("encrypted-at-rest", disk?.at ?? group.at)),
    },
  };
}

/** AWS recommends /dev/sdf and on for volumes that are attached beside the first. */
const dataVolume = (group: InstanceGroup, disk: Disk, index: number): Volume => ({
  device: traced(`/dev/sd${"fghijklmnop"[index]}`, { at: disk.at }),
  isRoot: false,
  arguments: {
    volume_size: derive(disk.size, toGibibytes),
    volume_type: derive(disk.kind, (kind) => (kind === "ssd" ? "gp3" : "st1")),
    encrypted: traced(true, by("encrypted-at-rest", disk.at)),
    delete_on_termination: traced(true, by("disks-follow-machines", group.at)),
  },
});
