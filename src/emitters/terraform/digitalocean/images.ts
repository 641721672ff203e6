import type { Environment } from "../../../compiler/environment/environment.ts";
import type { MachineImage } from "../../../compiler/environment/image.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { derive, traced } from "../../../formats/origin.ts";
import { systemOf } from "../../parts/boot-images.ts";
import { bootedImages } from "../booted-images.ts";
import { identifier } from "../identifiers.ts";
import { imageAddress, region } from "./addresses.ts";
import { lower } from "./lower.ts";

/** What machines of a group boot: an image of ours, or an operating system by its name. */
export const image = (environment: Environment, group: InstanceGroup): Expression =>
  group.image.kind === "built"
    ? traced(reference(`${imageAddress(group.image.image)}.id`), { at: [...group.at, "image"] })
    : derive(group.image.system, (system) => systemOf(environment, group.image)?.imageName ?? system);

/** The images of ours that machines boot, looked up when Terraform runs. */
export const snapshots = (environment: Environment): readonly Block[] =>
  bootedImages(environment).flatMap(({ image: boot }) => {
    if (boot.kind !== "built") return [];
    return [boot.image.existing === undefined ? snapshot(environment, boot.image) : named(environment, boot.image)];
  });

const named = (environment: Environment, { name, at, existing }: MachineImage): Block =>
  because(
    [{ at }],
    block(["data", "digitalocean_image", identifier(name)], {
      name: existing === undefined ? undefined : lower(environment, existing),
    }),
  );

const snapshot = (environment: Environment, each: MachineImage): Block =>
  because(
    [{ at: each.at }],
    block(["data", "digitalocean_droplet_snapshot", identifier(each.name)], {
      name_regex: derive(sharedName(environment, each), (name) => `^${literalPattern(name)}-`),
      region,
      most_recent: traced(true, by("latest-image", each.at)),
    }),
  );

const literalPattern = (name: string): string => name.replace(/[.*+?^$()[\]{}|\\]/g, "\\$&");
