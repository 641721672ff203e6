import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { lateBound, type Text } from "../../../compiler/environment/text.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { knownText } from "../../parts/known-text.ts";
import { referenceName } from "../../parts/reference-name.ts";
import { runningGroups } from "../groups.ts";

const reference = /^[\w.:/@-]*$/;

/** An image reference is evaluated by Ansible and read by systemd, so it holds nothing special to either. */
export const imagesAreReferences: Check = function* (environment) {
  for (const { apps } of runningGroups(environment))
    for (const { image, at } of apps) {
      const written = knownText(image);
      if (!reference.test(written)) yield diagnose("ansible-image", [...at, "image"], { image: written });
    }
};

/** Commands stand in units, and images are read when Ansible runs. */
export const commandsAreKnown: Check = function* (environment) {
  for (const app of runningGroups(environment).flatMap(({ apps }) => apps)) {
    yield* lateFindings(app.image, "image", [...app.at, "image"], "build");
    for (const field of ["command", "args"] as const)
      for (const [index, text] of (app[field] ?? []).entries())
        yield* lateFindings(text, field, [...app.at, field, index]);
  }
};

/** What the pipeline builds is handed in, where Ansible evaluates it. */
function* lateFindings(text: Text, field: string, at: SpecPath, allowed?: "build"): Iterable<Diagnostic> {
  const late = lateBound(text).find(({ kind }) => kind !== allowed);
  if (late !== undefined) yield diagnose("ansible-late-bound", at, { source: referenceName(late), field });
}
