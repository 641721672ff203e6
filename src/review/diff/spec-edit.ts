import { type Layered, type LayeredMap, plain, type Writer } from "../../compiler/spec/layer.ts";
import type { SpecPath } from "../../formats/origin.ts";

/** One thing that somebody changed in a spec, after all its layers are laid over each other. */
export interface SpecEdit {
  readonly kind: "added" | "removed" | "changed" | "renamed";
  /** Where it stands now; of what was removed, where it stood. */
  readonly at: SpecPath;
  /** Where it stood before it got another name. */
  readonly was?: SpecPath;
  readonly before: Layered | undefined;
  readonly after: Layered | undefined;
}

/** What turns one merged spec into another, in order of path. An element that comes or goes is one edit. */
export function specEdits(before: Layered, after: Layered, at: SpecPath = []): readonly SpecEdit[] {
  if (before.kind === "map" && after.kind === "map") return entryEdits(before, after, at);
  return areEqual(before, after) ? [] : [{ kind: "changed", at, before, after }];
}

function entryEdits(before: LayeredMap, after: LayeredMap, at: SpecPath): readonly SpecEdit[] {
  const renames = renamesOf(before, after, at);
  const moved = new Set(renames.flatMap(({ at, was }) => [at.at(-1), was?.at(-1)]));
  const keys = [...new Set([...before.entries.keys(), ...after.entries.keys()])].filter((key) => !moved.has(key));
  const others = keys.flatMap((key) => edit(before.entries.get(key), after.entries.get(key), [...at, key]));
  return [...renames, ...others].sort(inOrder);
}

function edit(before: Layered | undefined, after: Layered | undefined, at: SpecPath): readonly SpecEdit[] {
  if (before !== undefined && after !== undefined) return specEdits(before, after, at);
  if (before === undefined && after === undefined) return [];
  return [{ kind: before === undefined ? "added" : "removed", at, before, after }];
}

/** A name that went and one that came are one rename where `was` says so, or where they name the same. */
function renamesOf(before: LayeredMap, after: LayeredMap, at: SpecPath): readonly SpecEdit[] {
  const gone = [...before.entries].filter(([key]) => !after.entries.has(key));
  const come = [...after.entries].filter(([key]) => !before.entries.has(key));
  return come.flatMap(([key, node]) => {
    const said = wasOf(node);
    const [old] = gone.filter(([name, other]) => name === said || (said === undefined && areAlike(other, node)));
    return old === undefined
      ? []
      : [{ kind: "renamed" as const, at: [...at, key], was: [...at, old[0]], before: old[1], after: node }];
  });
}

const wasOf = (node: Layered): unknown => {
  const was = node.kind === "map" ? node.entries.get("was") : undefined;
  return was === undefined ? undefined : plain(was);
};

/** Two scalars that happen to be equal are no rename. */
const areAlike = (a: Layered, b: Layered): boolean => a.kind === "map" && a.entries.size > 0 && areEqual(a, b);

/** By what they print as: a recorded map has a prototype, and one of a source has none. */
const areEqual = (a: Layered, b: Layered): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

const inOrder = (a: SpecEdit, b: SpecEdit): number => (a.at.join("\0") < b.at.join("\0") ? -1 : 1);

/** Who wrote what an edit is about. */
export const writerOf = ({ before, after }: SpecEdit): Writer | undefined => (after ?? before)?.writers.at(-1);

/** A merged spec in which this edit alone was made. */
export function withEdit(root: Layered, { at, was, after }: SpecEdit): Layered {
  const without = was === undefined ? root : replaced(root, was, undefined);
  return replaced(without, at, after);
}

function replaced(node: Layered, [key, ...rest]: SpecPath, by: Layered | undefined): Layered {
  if (key === undefined) return by ?? node;
  if (node.kind !== "map") return node;
  const entries = new Map(node.entries);
  const child = entries.get(String(key));
  if (rest.length > 0) {
    if (child !== undefined) entries.set(String(key), replaced(child, rest, by));
  } else if (by === undefined) entries.delete(String(key));
  else entries.set(String(key), by);
  return { ...node, entries };
}
