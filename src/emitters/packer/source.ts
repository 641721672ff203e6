import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import { sharedName } from "../../compiler/environment/naming.ts";
import { by } from "../../compiler/rules.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { baseImage, systemOf } from "../parts/boot-images.ts";

/** The image that a build starts from: the newest of its kind. */
export function sourceFilter(environment: Environment, image: MachineImage): JsonNode {
  const base = baseImage(environment, image);
  const { filters, owner } = base === undefined ? ofSystem(environment, image) : ofBuild(environment, image, base);
  return traced<JsonNode>(
    {
      filters: {
        ...filters,
        architecture: traced("x86_64", by("image-architecture", image.at)),
        "root-device-type": "ebs",
        "virtualization-type": "hvm",
      },
      owners: [owner],
      most_recent: traced(true, by("latest-image", image.at)),
    },
    { at: image.at },
  );
}

interface Source {
  readonly filters: { readonly [key: string]: JsonNode };
  readonly owner: JsonNode;
}

function ofSystem(environment: Environment, image: MachineImage): Source {
  const system = systemOf(environment, { kind: "built", image });
  const origins = [by("packer-base-system", [...image.at, "base"]), ...image.base[ORIGINS]];
  return { filters: { name: traced(system?.imageName, ...origins) }, owner: traced(system?.owner, ...origins) };
}

function ofBuild(environment: Environment, image: MachineImage, base: MachineImage): Source {
  const name = sharedName(environment, base);
  const origins = [by("packer-base-build", [...image.at, "base"]), ...image.base[ORIGINS]];
  return { filters: { "tag:Name": traced(name.value, ...origins) }, owner: traced("self", ...origins) };
}
