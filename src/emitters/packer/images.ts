import type { MachineApp } from "../../compiler/environment/machine-app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import { appsOn } from "../parts/app-settings.ts";
import { groupsThatBoot } from "../parts/boot-images.ts";

/** The images that Packer builds; others are there already. */
export const builtImages = ({ machineImages }: Environment): readonly MachineImage[] =>
  machineImages.filter(({ builder }) => builder?.value === "packer");

/** The apps that machines of an image run. */
export const appsOf = (environment: Environment, image: MachineImage): readonly MachineApp[] =>
  groupsThatBoot(environment, image).flatMap((group) => appsOn(environment, group));
