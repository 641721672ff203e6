import { type Origin, type Traced, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";

interface Fields {
  readonly [key: string]: YamlNode;
}

/** A task that calls a module, there for these reasons. Its name and its fields are the emitter's own words. */
export const task = (
  name: string,
  module: string,
  fields: Fields,
  origins: readonly Origin[],
  rest: Fields = {},
): Traced<YamlNode> => traced<YamlNode>({ name, [module]: fields, ...rest }, ...origins);

/** Who owns what Ansible writes. */
export const ownedByRoot = (mode: "0644" | "0755"): Fields => ({ owner: "root", group: "root", mode });

/** The variable that says whether a machine image is being built, and not a machine set up. */
export const IMAGE_BUILD = "image_build";
