import { ORIGINS, type SpecPath } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { Environment } from "../environment/environment.ts";
import type { ContainerImage } from "../environment/image.ts";
import type { Text } from "../environment/text.ts";

/** What ran yesterday can be run again only when its image has a name that stays. */
export const imagesArePinned: Check = function* (environment) {
  for (const reference of referencesOf(environment)) {
    const image = knownPart(reference);
    if (image !== undefined && !isPinned(image)) yield diagnose("image-unpinned", placeOf(reference), { image });
  }
};

const referencesOf = ({ apps, containerImages }: Environment): readonly Text[] => [
  ...containerImages.filter((image) => !isPushedByBuild(image)).map(({ reference }) => reference),
  ...apps.filter(({ builtFrom }) => builtFrom === undefined).map(({ image }) => image),
];

/** What is built is pinned by the name that its registry gives it, where that is of the build. */
const isPushedByBuild = ({ build, registry }: ContainerImage): boolean =>
  build !== undefined &&
  (registry?.naming?.parts.some((part) => typeof part !== "string" && part.kind === "build") ?? false);

/** A reference that ends in what the pipeline or the deployment knows is theirs to pin. */
function knownPart({ parts }: Text): string | undefined {
  const last = parts.at(-1);
  if (typeof last === "object" && last.kind !== "variable") return undefined;
  return parts.map((part) => (typeof part === "string" ? part : part.kind === "variable" ? part.value : "x")).join("");
}

/** A `:` before the last `/` belongs to the port of a registry. */
function isPinned(image: string): boolean {
  if (image.includes("@")) return true;
  const [, tag] = image.slice(image.lastIndexOf("/") + 1).split(":");
  return tag !== undefined && tag !== "latest";
}

/** An image of `images` is put together from several keys, the tag after the repository. */
const placeOf = (reference: Text): SpecPath => reference[ORIGINS].at(-1)?.at ?? [];
