import type { Environment } from "../../compiler/environment/environment.ts";
import type { BootImage } from "../../compiler/environment/image.ts";
import { derive, type Traced } from "../../formats/origin.ts";
import { lineage } from "../parts/boot-images.ts";
import { systemAt } from "../parts/systems.ts";
import { type Box, boxes } from "./boxes.ts";

/** The name of the operating system that a machine boots; below an image of ours is the one that it is built on. */
export function systemName(environment: Environment, image: BootImage): Traced<string> {
  if (image.kind === "stock") return image.system;
  return (lineage(environment, image.image).at(-1) ?? image.image).base;
}

/** A check has refused systems without a box. */
export const boxOf = (environment: Environment, image: BootImage): Traced<Box> =>
  derive(systemName(environment, image), (name) => boxes[name] ?? { name, user: "vagrant" });

/** What DigitalOcean calls the image of the system. */
export const dropletImage = (environment: Environment, image: BootImage): Traced<string> =>
  derive(systemName(environment, image), (name) => systemAt("digitalocean", name)?.imageName ?? name);
