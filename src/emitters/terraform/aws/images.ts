import type { Environment } from "../../../compiler/environment/environment.ts";
import type { BootImage } from "../../../compiler/environment/image.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Located } from "../../../compiler/environment/located.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression } from "../../../formats/hcl/tree.ts";
import { derive, traced } from "../../../formats/origin.ts";
import { systems } from "../../parts/systems.ts";
import { identifier } from "../identifiers.ts";

/** The images that machines boot, looked up when Terraform runs. */
export function images(environment: Environment): readonly Block[] {
  const used = new Map(environment.instances.map((group) => [imageLabel(group.image), group]));
  return [...used.values()].sort(byLabel).map((group) => lookUp(environment, group));
}

const byLabel = (a: InstanceGroup, b: InstanceGroup): number => (imageLabel(a.image) < imageLabel(b.image) ? -1 : 1);

const imageLabel = (image: BootImage): string =>
  image.kind === "built" ? identifier(image.image.name) : identifier(image.system.value.replaceAll(".", "_"));

export const imageAddress = ({ image }: Pick<InstanceGroup, "image">): string => `data.aws_ami.${imageLabel(image)}`;

function lookUp(environment: Environment, group: InstanceGroup): Block {
  const { image } = group;
  if (image.kind === "stock") {
    const system = systems[image.system.value];
    const name = derive(image.system, () => system?.imageName ?? "");
    return imageBlock(image, { at: group.at }, system?.owner ?? "", name);
  }
  const name = derive(sharedName(environment, image.image), (shared) => `${shared}-*`);
  return imageBlock(image, image.image, "self", name);
}

const imageBlock = (image: BootImage, { at }: Located, owner: string, name: Expression): Block =>
  because(
    [{ at }],
    block(
      ["data", "aws_ami", imageLabel(image)],
      { owners: [owner], most_recent: traced(true, by("latest-image", at)) },
      [
        block(["filter"], { name: "name", values: [name] }),
        because([by("image-architecture", at)], block(["filter"], { name: "architecture", values: ["x86_64"] })),
      ],
    ),
  );
