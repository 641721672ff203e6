import type { Environment } from "../../compiler/environment/environment.ts";
import type { BootImage } from "../../compiler/environment/image.ts";
import type { InstanceGroup } from "../../compiler/environment/instance-group.ts";
import { identifier } from "./identifiers.ts";

export const imageLabel = (image: BootImage): string =>
  image.kind === "built" ? identifier(image.image.name) : identifier(image.system.value.replaceAll(".", "_"));

/** One group for each image that machines boot, in order of the images' labels. */
export function bootedImages({ instances }: Environment): readonly InstanceGroup[] {
  const used = new Map(instances.map((group) => [imageLabel(group.image), group]));
  return [...used.values()].sort((a, b) => (imageLabel(a.image) < imageLabel(b.image) ? -1 : 1));
}
