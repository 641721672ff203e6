import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { lateBound } from "../../../compiler/environment/text.ts";
import { referenceName } from "../../parts/reference-name.ts";
import { platformOf } from "../platforms.ts";
import { deployedTexts, fixedTexts, machineContainers } from "../texts.ts";

/** What is fixed when the module is applied cannot hold what the deployment brings forth. */
export const fixedTextsAreFixed: Check = function* (environment) {
  for (const { field, at, text } of fixedTexts(environment)) {
    const [late] = lateBound(text);
    if (late !== undefined) yield diagnose("terraform-late-bound", at, { source: referenceName(late), field });
  }
};

/** An image stands in user data, where no secret and no address belongs; what a pipeline has built does. */
export const imagesAreKnown: Check = function* (environment) {
  for (const { at, image } of machineContainers(environment)) {
    const late = lateBound(image).find(({ kind }) => kind !== "build");
    if (late !== undefined)
      yield diagnose("terraform-late-bound", [...at, "image"], { source: referenceName(late), field: "image" });
  }
};

/** Attributes that nothing has, and numbers of machines where no machine reads them. */
export const attributesHaveValues: Check = function* (environment) {
  const platform = platformOf(environment);
  if (platform === undefined) return;
  for (const { at, text } of deployedTexts(environment)) {
    for (const part of lateBound(text)) {
      const problem =
        part.kind === "self"
          ? "all machines of a group share their settings"
          : part.kind === "attribute"
            ? platform.refusal(environment, part)
            : undefined;
      if (problem !== undefined) yield diagnose("terraform-no-value", at, { source: referenceName(part), problem });
    }
  }
};
