import type { Check } from "../../../compiler/emitter.ts";
import { identifiersAreUnique } from "./addresses.ts";
import { inputNames, secretForms } from "./inputs.ts";
import { attributesHaveValues, fixedTextsAreFixed, imagesAreKnown } from "./late-bound.ts";
import { containerLinuxIsInModules, modulesHoldElements } from "./modules.ts";
import { platformChecks, providerIsGiven } from "./provider.ts";

const demands: readonly Check[] = [
  providerIsGiven,
  fixedTextsAreFixed,
  imagesAreKnown,
  attributesHaveValues,
  inputNames,
  secretForms,
  modulesHoldElements,
  containerLinuxIsInModules,
  platformChecks,
];

/** What Terraform demands, whatever the provider, then what the provider does, then what shows in the whole alone. */
export const checks: readonly Check[] = [...demands, identifiersAreUnique(demands)];
