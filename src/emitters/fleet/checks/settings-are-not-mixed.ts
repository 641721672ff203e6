import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Part, Reference } from "../../../compiler/environment/text.ts";
import { fleetSettings, isDeployedPart, isResolvedPart } from "../../parts/fleet-settings.ts";
import { referenceName } from "../../parts/reference-name.ts";

/** The deployer writes a file for all copies and all machines, and knows nothing of one of them. */
export const settingsAreNotMixed: Check = function* (environment) {
  for (const app of environment.apps) {
    for (const { at, value } of fleetSettings(environment, app).deployed) {
      const deployed = value.parts.filter(isReference).find(isDeployedPart);
      const local = value.parts.filter(isReference).find(isLocal);
      if (deployed !== undefined && local !== undefined)
        yield diagnose("fleet-mixed-setting", at, { deployed: referenceName(deployed), local: referenceName(local) });
    }
  }
};

const isReference = (part: Part): part is Reference => typeof part === "object";

const isLocal = (reference: Reference): boolean =>
  isResolvedPart(reference) || (reference.kind === "self" && reference.attribute === "index");
