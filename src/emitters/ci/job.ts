import type { SpecPath } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";

/** A job of a workflow before it is laid out. */
export interface JobSketch {
  readonly id: string;
  readonly at: SpecPath;
  readonly needs: readonly string[];
  readonly condition?: string;
  readonly environment?: YamlNode;
  readonly container?: YamlNode;
  readonly permissions?: YamlNode;
  readonly env?: { readonly [name: string]: YamlNode };
  readonly steps: readonly YamlNode[];
}
