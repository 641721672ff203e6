import type { Environment } from "../../compiler/environment/environment.ts";
import type { MachineImage } from "../../compiler/environment/image.ts";
import { sharedName } from "../../compiler/environment/naming.ts";
import { by } from "../../compiler/rules.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { traced } from "../../formats/origin.ts";
import { imageVariable, manifestFile } from "../parts/image-variable.ts";

/**
 * Where a variable names the image that machines boot, the build says what it has made. The id of the image is there by
 * itself; DigitalOcean finds images by name, which `{{timestamp}}` makes the same here as in the builder.
 */
export function manifest(environment: Environment, image: MachineImage): JsonNode {
  const variable = imageVariable(image);
  if (variable === undefined) return undefined;
  const isNamed = environment.provider?.kind.value === "digitalocean";
  return traced<JsonNode>(
    [
      {
        type: "manifest",
        output: manifestFile,
        custom_data: isNamed ? { [variable]: `${sharedName(environment, image).value}-{{timestamp}}` } : undefined,
      },
    ],
    by("packer-manifest", image.at),
  );
}
