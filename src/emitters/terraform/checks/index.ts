import type { Check } from "../../../compiler/emitter.ts";
import { inputNames, secretForms } from "./inputs.ts";
import { attributesHaveValues, fixedTextsAreFixed, imagesAreKnown } from "./late-bound.ts";
import { platformChecks, providerIsGiven } from "./provider.ts";

/** What Terraform demands, whatever the provider, and then what the provider does. */
export const checks: readonly Check[] = [
  providerIsGiven,
  fixedTextsAreFixed,
  imagesAreKnown,
  attributesHaveValues,
  inputNames,
  secretForms,
  platformChecks,
];
