import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isLiteral, literal, type Text } from "../../../compiler/environment/text.ts";
import { placeOf } from "../../../compiler/environment/written.ts";
import { ORIGINS, type Traced } from "../../../formats/origin.ts";
import { referenceName } from "../../parts/reference-name.ts";
import { containerTexts, packedContainers, usersOf } from "../container-images.ts";

/** A container is made of an image that is there. */
export const containersHaveBase: Check = function* (environment) {
  for (const { name, at, base } of packedContainers(environment))
    if (base === undefined) yield diagnose("packer-container-base", at, { image: name });
};

/** A template knows what varies from build to build, and nothing of the deployment. */
export const containersAreKnown: Check = function* (environment) {
  for (const image of packedContainers(environment))
    for (const [field, text] of containerTexts(image)) {
      const late = text.parts.find((part) => typeof part === "object" && ["attribute", "self"].includes(part.kind));
      if (typeof late === "object")
        yield diagnose("packer-container-late-bound", image.at, { source: referenceName(late), field });
    }
};

/** Packer runs what stands in two braces, wherever it stands. */
export const containersHoldNoTemplate: Check = function* (environment) {
  for (const image of packedContainers(environment)) {
    const texts = [
      ...containerTexts(image).flatMap(([, text]) => wordsOf(text)),
      ...usersOf(environment, image).flatMap(({ command = [], args = [] }) => [...command, ...args].flatMap(known)),
      ...[image.base, image.build.context].flatMap((word) => word ?? []),
    ];
    for (const text of texts)
      if (text.value.includes("{{")) yield diagnose("packer-container-braces", placeOf(text), {});
  }
};

const known = (text: Text): readonly Traced<string>[] => (isLiteral(text) ? [literal(text)] : []);

const wordsOf = ({ parts, [ORIGINS]: origins }: Text): readonly Traced<string>[] =>
  parts.flatMap((part) => (typeof part === "string" ? [{ value: part, [ORIGINS]: origins }] : []));
