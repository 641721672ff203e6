import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { builtImages } from "../images.ts";

const shortest = 3;
const longest = 128 - "-1700000000".length;
const legal = /^[A-Za-z0-9()[\] ./\-'@_]*$/;

/** Names of images are as AWS allows, which leaves no brace that Packer would take for its own code. */
export const namesAreLegal: Check = function* (environment) {
  for (const image of builtImages(environment)) {
    const name = sharedName(environment, image).value;
    const problem = problemOf(name);
    if (problem !== undefined) yield diagnose("packer-image-name", image.at, { name, problem });
  }
};

function problemOf(name: string): string | undefined {
  if (name.length < shortest) return `it has fewer than ${shortest} characters`;
  if (name.length > longest) return `it has more than ${longest} characters beside the time of the build`;
  return legal.test(name) ? undefined : "it is made of letters, digits, spaces and `()[]./-'@_`";
}
