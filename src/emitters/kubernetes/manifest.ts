import type { Artifact } from "../../compiler/emitter.ts";
import { isTraced, type SpecPath, traced } from "../../formats/origin.ts";
import { type YamlNode, yaml } from "../../formats/yaml/tree.ts";

/** One object in one file; what says nothing else is there because of the element at `at`. */
export const manifest = (path: string, at: SpecPath, root: YamlNode, comment?: string): Artifact => ({
  path,
  at,
  document: yaml(isTraced(root) ? root : traced(root, { at }), comment),
});
