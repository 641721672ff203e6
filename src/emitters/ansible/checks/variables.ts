import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { readVariables } from "../lower.ts";
import { isReserved } from "../reserved-words.ts";

/** A var of the spec is a variable of Ansible under the same name. */
export const variableNamesAreFree: Check = function* (environment) {
  for (const { name, at } of readVariables(environment))
    if (isReserved(name)) yield diagnose("ansible-variable-name", { at, part: "key" }, { name });
};
