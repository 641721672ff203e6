import type { Environment } from "../../../compiler/environment/environment.ts";
import type { BootImage } from "../../../compiler/environment/image.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { derive, type SpecPath } from "../../../formats/origin.ts";
import { systemOf } from "../../parts/boot-images.ts";
import { lowerFixed } from "../lower.ts";
import { bootedImages, imageLabel } from "../booted-images.ts";
import { needs } from "./services.ts";

/** The images that machines boot, looked up when Terraform runs. */
export const images = (environment: Environment): readonly Block[] =>
  bootedImages(environment).map((group) => lookUp(environment, group));

export const imageAddress = ({ image }: Pick<InstanceGroup, "image">): Expression =>
  reference(`data.google_compute_image.${imageLabel(image)}.self_link`);

/** The newest of a family; builds of an image of ours are a family of its name. */
function lookUp(environment: Environment, { image, at }: InstanceGroup): Block {
  if (image.kind === "built" && image.image.existing !== undefined)
    return imageBlock(image, image.image.at, { name: lowerFixed(environment, image.image.existing) });
  if (image.kind === "built")
    return imageBlock(image, image.image.at, { family: sharedName(environment, image.image) });
  const system = systemOf(environment, image);
  return imageBlock(image, at, {
    family: derive(image.system, () => system?.imageName ?? ""),
    project: derive(image.system, () => system?.owner ?? ""),
  });
}

const imageBlock = (image: BootImage, at: SpecPath, attributes: Block["attributes"]): Block =>
  because(
    [{ at }, by("latest-image", at)],
    block(["data", "google_compute_image", imageLabel(image)], {
      ...attributes,
      depends_on: needs(at, "compute"),
    }),
  );
