import { type Diagnostic, diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { lateBound, type Text } from "../../../compiler/environment/text.ts";
import { ORIGINS } from "../../../formats/origin.ts";
import { referenceName } from "../../parts/reference-name.ts";
import { releasedFiles } from "../released-files.ts";

/** Commands and images of a pipeline are there before what they would read. */
export function* textsAreKnown(environment: Environment): Iterable<Diagnostic> {
  for (const pipeline of environment.pipelines) {
    const commands = [...pipeline.build, ...pipeline.test].flat();
    yield* unknown("commands", commands, ["build"]);
    yield* unknown("image", pipeline.image === undefined ? [] : [pipeline.image], []);
    yield* unknown("file", releasedFiles(environment, pipeline), []);
  }
}

function* unknown(field: string, texts: readonly Text[], known: readonly string[]): Iterable<Diagnostic> {
  for (const text of texts)
    for (const reference of lateBound(text))
      if (!known.includes(reference.kind))
        yield diagnose("ci-late-bound", text[ORIGINS][0]?.at ?? [], { source: referenceName(reference), field });
}
