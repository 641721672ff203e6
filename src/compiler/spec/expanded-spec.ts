import type { SpecPath } from "../../formats/origin.ts";
import type { Part } from "../environment/text.ts";
import type { MergedSpec } from "./merged-spec.ts";

/** The merged spec with everything filled in that is known when compiling; late-bound references stay as written. */
export interface ExpandedSpec {
  readonly merged: MergedSpec;
  readonly value: Readonly<Record<string, unknown>>;
  /** The parts of each string that holds references, by `keyOf(path)`. */
  readonly parts: ReadonlyMap<string, readonly Part[]>;
}

/** A path as the key of a map; no key of a spec holds the separator. */
export const keyOf = (path: SpecPath): string => path.join("\u0000");
