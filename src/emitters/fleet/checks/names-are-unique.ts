import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isRegistered, isTemplate } from "../../parts/fleet-unit-names.ts";

/** The units of an app and the sidekick of another may have the same name. */
export const namesAreUnique: Check = function* ({ apps }) {
  for (const owner of apps.filter(isRegistered)) {
    const taken = apps.find((app) => app.name === `${owner.name}-discovery` && isTemplate(app) === isTemplate(owner));
    if (taken === undefined) continue;
    yield diagnose("fleet-name-taken", { at: taken.at, part: "key" }, { name: taken.name, owner: owner.name }, [
      { place: { at: owner.at, part: "key" }, message: "registered by this name" },
    ]);
  }
};
