import type { Environment } from "../../compiler/environment/environment.ts";
import type { Part, Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { type BuiltImage, builtImages } from "../parts/docker-build.ts";
import { buildVariable } from "./values.ts";

/** The container images that are built from sources and pushed. */
export function imagesView(environment: Environment): TemplateValue {
  const images = builtImages(environment);
  return images.length === 0 ? undefined : images.map((image) => imageView(environment, image));
}

const imageView = (environment: Environment, image: BuiltImage): TemplateValue => ({
  name: traced(image.name, { at: image.at }, by("runbook-build", image.at)),
  context: image.build.context,
  dockerfile: image.build.dockerfile,
  reference: referenceView(environment, image.reference),
});

/** Words of a shell that make one: text as it is, and variables that the deployer sets. */
const referenceView = (environment: Environment, { parts, [ORIGINS]: origins }: Text): TemplateValue =>
  traced(
    parts.map((part) => partView(environment, part)),
    ...origins,
  );

function partView({ variables }: Environment, part: Part): TemplateValue {
  if (typeof part === "string") return { text: part };
  if (part.kind === "build") return { variable: buildVariable(part.attribute) };
  if (part.kind !== "variable") return {};
  const read = variables.find(({ name }) => name === part.name)?.env;
  return read === undefined ? { text: part.value } : { variable: read };
}
