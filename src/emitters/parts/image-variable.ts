import type { MachineImage } from "../../compiler/environment/image.ts";
import { wholeReference } from "../../compiler/environment/text.ts";

/** The variable that names the image which machines boot: a build hands its result over by it. */
export function imageVariable({ existing }: MachineImage): string | undefined {
  const reference = existing === undefined ? undefined : wholeReference(existing);
  return reference?.kind === "variable" ? reference.name : undefined;
}

/** The file beside the templates in which Packer says what it has built. */
export const manifestFile = "packer-manifest.json";
