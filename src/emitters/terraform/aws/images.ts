import type { Environment } from "../../../compiler/environment/environment.ts";
import type { BootImage, MachineImage } from "../../../compiler/environment/image.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Located } from "../../../compiler/environment/located.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { literal, type Text } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression } from "../../../formats/hcl/tree.ts";
import { derive, traced } from "../../../formats/origin.ts";
import { systemOf } from "../../parts/boot-images.ts";
import { lower } from "./lower.ts";
import { bootedImages, imageLabel } from "../booted-images.ts";

/** The images that machines boot, looked up when Terraform runs. */
export const images = (environment: Environment): readonly Block[] =>
  bootedImages(environment).map((group) => lookUp(environment, group));

export const imageAddress = ({ image }: Pick<InstanceGroup, "image">): string => `data.aws_ami.${imageLabel(image)}`;

function lookUp(environment: Environment, group: InstanceGroup): Block {
  const { image } = group;
  if (image.kind === "stock") {
    const system = systemOf(environment, image);
    const name = derive(image.system, () => system?.imageName ?? "");
    return imageBlock(image, { at: group.at }, system?.owner ?? "", [filter("name", name)]);
  }
  if (image.image.existing !== undefined) return givenImage(environment, image.image, image.image.existing);
  const name = sharedName(environment, image.image);
  // The name of a build goes on after the image's own, as that of another image may; the tag is the image's name itself.
  const filters = [
    filter(
      "name",
      derive(name, (shared) => `${shared}-*`),
    ),
    filter("tag:Name", name),
  ];
  return imageBlock(image, image.image, "self", filters);
}

/** An image that somebody names is that one, and still one of ours: who asks without an owner may be given a stranger's. */
function givenImage(environment: Environment, image: MachineImage, existing: Text): Block {
  const isId = literal(existing).value.startsWith("ami-");
  const given = lower(environment, existing);
  return because(
    [{ at: [...image.at, "name"] }, by("given-image", image.at)],
    block(["data", "aws_ami", imageLabel({ kind: "built", image })], { owners: ["self"] }, [
      filter(isId ? "image-id" : "name", given),
    ]),
  );
}

const filter = (name: string, value: Expression): Block => block(["filter"], { name, values: [value] });

const imageBlock = (image: BootImage, { at }: Located, owner: string, filters: readonly Block[]): Block =>
  because(
    [{ at }],
    block(
      ["data", "aws_ami", imageLabel(image)],
      { owners: [owner], most_recent: traced(true, by("latest-image", at)) },
      [...filters, because([by("image-architecture", at)], filter("architecture", "x86_64"))],
    ),
  );
