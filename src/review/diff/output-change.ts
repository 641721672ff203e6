import { diffArrays } from "diff";
import type { CompiledFile } from "../../compiler/compile.ts";
import type { Origins } from "../../formats/origin.ts";

export type Files = ReadonlyMap<string, CompiledFile>;

/** A line of an output that was taken out or put in. */
export interface LineChange {
  readonly sign: "-" | "+";
  /** Counted from one, on its own side. */
  readonly line: number;
  readonly text: string;
  readonly origins: Origins;
}

/** Changed lines of a file with none between them that stayed. */
export interface Block {
  readonly path: string;
  readonly changes: readonly LineChange[];
}

/** Every block in which two outputs differ, in order of path. */
export function outputChanges(before: Files, after: Files): readonly Block[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => blocksOf(path, before.get(path), after.get(path)));
}

function blocksOf(path: string, before: CompiledFile | undefined, after: CompiledFile | undefined): readonly Block[] {
  if (before?.printed.text === after?.printed.text) return [];
  const blocks: LineChange[][] = [];
  let isOpen = false;
  const at = { "-": 0, "+": 0 };
  const side = { "-": before, "+": after };
  for (const { added, removed, value } of diffArrays([...linesOf(before)], [...linesOf(after)])) {
    if (!added && !removed) {
      at["-"] += value.length;
      at["+"] += value.length;
      isOpen = false;
      continue;
    }
    const sign = added ? "+" : "-";
    if (!isOpen) blocks.push([]);
    isOpen = true;
    for (const text of value) {
      blocks.at(-1)?.push({ sign, line: at[sign] + 1, text, origins: side[sign]?.printed.origins[at[sign]] ?? [] });
      at[sign] += 1;
    }
  }
  return blocks.map((changes) => ({ path, changes }));
}

const linesOf = (file: CompiledFile | undefined): readonly string[] =>
  file === undefined ? [] : file.printed.text.replace(/\n$/, "").split("\n");
