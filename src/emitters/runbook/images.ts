import type { Environment } from "../../compiler/environment/environment.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { type BuiltImage, builtImages } from "../parts/docker-build.ts";
import { dockerFolder } from "./folders.ts";
import { word } from "./word.ts";

/** The container images that are built from sources and pushed. */
export function imagesView(environment: Environment): TemplateValue {
  const images = builtImages(environment);
  return images.length === 0 ? undefined : images.map((image) => imageView(environment, image));
}

const imageView = (environment: Environment, image: BuiltImage): TemplateValue => ({
  name: traced(image.name, { at: image.at }, by("runbook-build", image.at)),
  folder: dockerFolder(environment, image),
  context: image.build.context,
  dockerfile: image.build.dockerfile,
  // Docker itself fetches what is elsewhere.
  isRemote: /^[a-z+]+:\/\//.test(image.build.context.value),
  reference: word(environment, image.reference),
});
