import type { SpecPath } from "../../formats/origin.ts";
import { type Diagnostic, diagnose, type Part, type Place, type Related } from "../diagnostics/diagnostic.ts";
import type { SourceTree } from "../source/parse.ts";

/** Who wrote a value: a source and the place in it. */
export interface Writer {
  readonly tree: SourceTree;
  readonly path: SpecPath;
}

/** A value of the merged spec with all its writers, in the order in which they wrote; the last is its origin. */
export type Layered = LayeredMap | LayeredValue;

export interface LayeredMap {
  readonly kind: "map";
  readonly writers: readonly Writer[];
  readonly entries: ReadonlyMap<string, Layered>;
}

/** A scalar or a list: they replace each other whole. */
export interface LayeredValue {
  readonly kind: "value";
  readonly writers: readonly Writer[];
  readonly value: unknown;
  /** Data of an override, in which `null` and maps mean what they say. */
  readonly opaque?: true;
}

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One source, or a part of it, as a layer. */
export function layer(tree: SourceTree, value: unknown, path: SpecPath): Layered {
  const writers = [{ tree, path }];
  if (isOverrideData(path)) return { kind: "value", writers, value, opaque: true };
  if (!isMap(value)) return { kind: "value", writers, value };
  const entries = Object.entries(value).map(([key, child]) => [key, layer(tree, child, [...path, key])] as const);
  return { kind: "map", writers, entries: new Map(entries) };
}

function isOverrideData(path: SpecPath): boolean {
  const [section, , , key, ...rest] = path[0] === "environments" ? path.slice(2) : path;
  return section === "overrides" && (key === "set" || key === "expect") && rest.length === 0;
}

/** A bare value in `vars` is short for its default; written out before the merge, so that a layer may change only that. */
export function withWrittenOutVars(root: LayeredMap): LayeredMap {
  const vars = root.entries.get("vars");
  if (vars?.kind !== "map") return root;
  const entries = [...vars.entries].map(([name, node]) => [name, writtenOut(node)] as const);
  return { ...root, entries: new Map([...root.entries, ["vars", { ...vars, entries: new Map(entries) }]]) };
}

const writtenOut = (node: Layered): Layered =>
  node.kind === "map" || node.value === null || Array.isArray(node.value)
    ? node
    : { kind: "map", writers: node.writers, entries: new Map([["default", node]]) };

/** Lays `over` on `base`: maps merge, scalars and lists replace, `null` deletes. */
export function merge(
  base: Layered | undefined,
  over: Layered,
  report: (finding: Diagnostic) => void,
): Layered | undefined {
  if (over.kind === "value" && over.value === null && over.opaque === undefined) return remove(base, over, report);
  if (base === undefined) return over.kind === "map" ? mergeEntries(emptyMap(over), over, report) : over;
  if (base.kind !== over.kind && isMapMeetingScalar(base, over)) {
    report(
      diagnose("merge-conflict", placeOf(over, "value"), { over: nameOf(over), base: nameOf(base) }, [writtenAt(base)]),
    );
    return base;
  }
  if (base.kind === "map" && over.kind === "map") return mergeEntries(base, over, report);
  return { ...over, writers: [...base.writers, ...over.writers] };
}

function mergeEntries(base: LayeredMap, over: LayeredMap, report: (finding: Diagnostic) => void): LayeredMap {
  const entries = new Map(base.entries);
  for (const [key, node] of over.entries) {
    const merged = merge(entries.get(key), node, report);
    if (merged === undefined) entries.delete(key);
    else entries.set(key, merged);
  }
  return {
    kind: "map",
    writers: base.writers === over.writers ? base.writers : [...base.writers, ...over.writers],
    entries,
  };
}

const emptyMap = (like: LayeredMap): LayeredMap => ({ kind: "map", writers: like.writers, entries: new Map() });

function remove(base: Layered | undefined, over: Layered, report: (finding: Diagnostic) => void): undefined {
  if (base === undefined)
    report(diagnose("nothing-to-delete", placeOf(over, "value"), { key: String(lastOf(over).path.at(-1)) }));
  return undefined;
}

const isMapMeetingScalar = (base: Layered, over: Layered): boolean => base.kind === "map" || over.kind === "map";

const nameOf = (node: Layered): string =>
  node.kind === "map" ? "a map" : Array.isArray(node.value) ? "a list" : "a plain value";

const lastOf = (node: Layered): Writer => node.writers.at(-1) as Writer;

/** Where a value was written last. */
export const placeOf = (node: Layered, part: Part): Place => {
  const { tree, path } = lastOf(node);
  return { span: tree.spanOf(path, part) };
};

const writtenAt = (node: Layered): Related => ({ place: placeOf(node, "value"), message: `${nameOf(node)} here` });

/** The plain data of a layered tree. */
export function plain(node: Layered): unknown {
  if (node.kind === "value") return node.value;
  const entries = [...node.entries].map(([key, child]) => [key, plain(child)] as const);
  return Object.fromEntries(entries);
}

/** Who wrote the value at a path; for a value that nobody wrote, who wrote its nearest ancestor. */
export function writersOf(root: Layered, path: SpecPath): readonly Writer[] {
  let node = root;
  for (const [depth, key] of path.entries()) {
    if (node.kind === "value") return inside(node, path.slice(depth));
    const child = node.entries.get(String(key));
    if (child === undefined) return node.writers;
    node = child;
  }
  return node.writers;
}

/** A list has one writer; what is inside it stands below the list's own place. */
const inside = (node: LayeredValue, rest: SpecPath): readonly Writer[] => {
  const last = lastOf(node);
  return [{ tree: last.tree, path: [...last.path, ...rest] }];
};
