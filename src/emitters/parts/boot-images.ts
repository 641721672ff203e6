import type { Environment } from "../../compiler/environment/environment.ts";
import type { BootImage, MachineImage } from "../../compiler/environment/image.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { type System, systemAt } from "./systems.ts";

/** The groups whose machines boot an image. */
export const groupsThatBoot = ({ instances }: Environment, { name }: MachineImage): readonly InstanceGroup[] =>
  instances.filter(({ image }) => image.kind === "built" && image.image.name === name);

/** The image of `images` that another is built on; without one its base is an operating system. */
export const baseImage = ({ machineImages }: Environment, { base }: MachineImage): MachineImage | undefined =>
  machineImages.find(({ name }) => name === base.value);

/** Whether the units of a group's releases start with the image: one that several groups boot is told which ones to start. */
export const enablesItself = (environment: Environment, { image }: InstanceGroup): boolean =>
  image.kind === "built" && groupsThatBoot(environment, image.image).length === 1;

/** An image and those it is built on, down to the first that is there already. */
export function lineage(environment: Environment, image: MachineImage): readonly MachineImage[] {
  const images = [image];
  for (let base = baseImage(environment, image); base !== undefined; base = baseImage(environment, base)) {
    if (images.includes(base)) break;
    images.push(base);
  }
  return images;
}

/** The operating system that a machine runs, when it is one that specc knows at its provider. */
export function systemOf(environment: Environment, image: BootImage): System | undefined {
  const name = image.kind === "stock" ? image.system.value : lineage(environment, image.image).at(-1)?.base.value;
  return name === undefined ? undefined : systemAt(environment.provider?.kind.value, name);
}
