import type { MachineImage } from "../../compiler/environment/image.ts";

/** The program that installs what an image has beside its apps, below the folder of Packer. */
export const installScriptPath = ({ name }: MachineImage): string => `${name}/install.sh`;
