import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import { groupsThatBoot } from "../parts/boot-images.ts";
import { isInhabited, residentsOf } from "../parts/residents.ts";

/** The images that Packer builds; others are there already. */
export const builtImages = ({ machineImages }: Environment): readonly MachineImage[] =>
  machineImages.filter(({ builder }) => builder?.value === "packer");

/** Whether Ansible sets something up on the machines of an image. */
export const isSetUp = (environment: Environment, image: MachineImage): boolean =>
  groupsThatBoot(environment, image).some((group) => isInhabited(residentsOf(environment, group)));
