import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Disk, InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { type Block, because, block, reference, template } from "../../../formats/hcl/tree.ts";
import { derive, ORIGINS, type Traced, traced } from "../../../formats/origin.ts";
import { toGibibytes } from "../gibibytes.ts";
import { identifiers } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { machineSelf } from "../machine-self.ts";
import { machines, region } from "./addresses.ts";

/** The disks of a group's machines beside the one that they boot from. */
export const volumes = (environment: Environment, group: InstanceGroup): readonly Block[] =>
  extraDisks(group).flatMap((disk) => [volume(environment, group, disk), attachment(group, disk)]);

export const extraDisks = ({ disks }: InstanceGroup): readonly Disk[] => disks.filter(({ name }) => name !== "root");

export const volumeName = (environment: Environment, group: InstanceGroup, disk: Disk): Traced<string> =>
  sharedName(environment, { name: `${group.name}-${disk.name}`, at: disk.at });

function volume(environment: Environment, group: InstanceGroup, disk: Disk): Block {
  const name = volumeName(environment, group, disk);
  const number = machineSelf(group)({ kind: "self", attribute: "index" });
  return because(
    [{ at: disk.at }],
    block(["resource", "digitalocean_volume", identifiers(group.name, disk.name)], {
      count: scalar(group.count),
      name: traced(template(name, "-", number), ...name[ORIGINS]),
      region,
      size: derive(disk.size, toGibibytes),
      tags: reference("local.tags"),
    }),
  );
}

const attachment = (group: InstanceGroup, disk: Disk): Block =>
  because(
    [{ at: disk.at }],
    block(["resource", "digitalocean_volume_attachment", identifiers(group.name, disk.name)], {
      count: scalar(group.count),
      droplet_id: reference(`${machines(group)}[count.index].id`),
      volume_id: reference(`digitalocean_volume.${identifiers(group.name, disk.name)}[count.index].id`),
    }),
  );
