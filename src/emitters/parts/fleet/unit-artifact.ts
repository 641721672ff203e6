import type { Artifact } from "../../../compiler/emitter.ts";
import type { UnitDocument } from "../../../formats/unit/tree.ts";

export interface UnitArtifact extends Artifact {
  readonly document: UnitDocument;
}
