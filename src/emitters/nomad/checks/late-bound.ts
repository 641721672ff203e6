import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { expand } from "../../parts/expand.ts";
import { isInCatalogue, isItem, sourceOf } from "../../parts/nomad-item.ts";
import { jobTexts } from "../texts.ts";

/** Only the environment of a task is rendered late; all else is fixed when the job is registered. */
export const lateBound: Check = function* (environment) {
  for (const app of environment.apps) {
    for (const { field, at, value } of jobTexts(app)) {
      const late = expand(environment, app, value).parts.find((part) => isItem(part) || isInCatalogue(part));
      if (late === undefined || !(isItem(late) || isInCatalogue(late))) continue;
      yield diagnose("nomad-late-bound", at, { source: sourceOf(late), field });
    }
  }
};
