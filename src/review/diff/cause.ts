import type { Origins, SpecPath } from "../../formats/origin.ts";
import type { SpecEdit } from "./spec-edit.ts";

/** Which edits the origins of a line speak of. */
export interface Causes {
  /** The edit that changed what stands on the line. */
  certain(origins: Origins): SpecEdit | undefined;
  /** Edits below a place that the line is there for. */
  possible(origins: Origins): readonly SpecEdit[];
}

const keyOf = (path: SpecPath): string => path.map(String).join("\0");

/** Looks edits up by path, so that the cost grows with the depth of a path and not with the number of edits. */
export function causesAmong(edits: readonly SpecEdit[]): Causes {
  const at = new Map<string, SpecEdit>();
  const below = new Map<string, SpecEdit[]>();
  for (const edit of edits)
    for (const path of [edit.at, ...(edit.was === undefined ? [] : [edit.was])]) {
      at.set(keyOf(path), edit);
      for (const [depth] of path.entries()) {
        const key = keyOf(path.slice(0, depth));
        below.set(key, [...(below.get(key) ?? []), edit]);
      }
    }
  const above = (path: SpecPath): SpecEdit | undefined => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const edit = at.get(keyOf(path.slice(0, depth)));
      if (edit !== undefined) return edit;
    }
    return undefined;
  };
  return {
    certain: (origins) => origins.map((origin) => above(origin.at)).find((edit) => edit !== undefined),
    possible: (origins) =>
      origins
        .filter((origin) => origin.at.length > 0)
        .toSorted((a, b) => b.at.length - a.at.length)
        .flatMap((origin) => below.get(keyOf(origin.at)) ?? []),
  };
}
