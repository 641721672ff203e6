import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import { isReleased } from "../../../compiler/environment/machine-app.ts";
import { lateBound, type Text } from "../../../compiler/environment/text.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { knownText } from "../../parts/known-text.ts";
import { referenceName } from "../../parts/reference-name.ts";
import { runningGroups } from "../groups.ts";

const reference = /^[\w.:/@-]*$/;

/** An image reference is evaluated by Ansible and read by systemd, so it holds nothing special to either. */
export const imagesAreReferences: Check = function* (environment) {
  for (const { apps } of runningGroups(environment))
    for (const app of apps) {
      if (isReleased(app)) continue;
      const written = knownText(app.image);
      if (!reference.test(written)) yield diagnose("ansible-image", [...app.at, "image"], { image: written });
    }
};

const plain = /^[\w.:/@%+~-]*$/;

/** What says where a release is and lies is evaluated by Ansible and read by systemd and the shell. */
export const releasesAreWords: Check = function* (environment) {
  for (const { artifact, at, ...app } of runningGroups(environment).flatMap(({ apps }) => apps.filter(isReleased))) {
    const { registry, version, file, path } = artifact;
    const { user, workingDirectory, envFile } = app;
    yield* wordFindings({ url: registry.url }, registry.at);
    yield* wordFindings({ version, file, path }, artifact.at);
    yield* wordFindings({ user, workingDirectory, envFile }, at);
  }
};

function* wordFindings(texts: Readonly<Record<string, Text | undefined>>, at: SpecPath): Iterable<Diagnostic> {
  for (const [field, text] of Object.entries(texts)) {
    if (text === undefined) continue;
    const written = knownText(text);
    if (!plain.test(written)) yield diagnose("ansible-release", [...at, field], { written });
    yield* lateFindings(text, field, [...at, field]);
  }
}

/** Commands stand in units, and images are read when Ansible runs. */
export const commandsAreKnown: Check = function* (environment) {
  for (const app of runningGroups(environment).flatMap(({ apps }) => apps)) {
    if (!isReleased(app)) yield* lateFindings(app.image, "image", [...app.at, "image"], "build");
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
