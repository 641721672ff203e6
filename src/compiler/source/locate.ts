import { isAlias, isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import type { SpecPath } from "../../formats/origin.ts";
import type { Part, Span } from "../diagnostics/diagnostic.ts";
import { endOf, entriesOf, type Node, nameOf, startOf, type Targets } from "./nodes.ts";
import type { SourceFile } from "./source-file.ts";

/** How somebody wrote a value: bare, in quotes, or as a block of text. */
export type ScalarStyle = "plain" | "quoted" | "block";

/** Where values were written, looked up on demand. */
export interface Locations {
  spanOf(path: SpecPath, part?: Part): Span;
  textOf(path: SpecPath): string | undefined;
  styleOf(path: SpecPath): ScalarStyle | undefined;
}

/** What a path leads to: the value, the key in front of it, and whether the whole path was written. */
interface Found {
  readonly key: Node | undefined;
  readonly value: Node;
  readonly complete: boolean;
}

type Entries = ReadonlyMap<string, { readonly key: Node; readonly value: Node }>;

export function locations(file: SourceFile, root: Node, targets: Targets): Locations {
  const indexes = new WeakMap<YAMLMap.Parsed, Entries>();
  const find = (path: SpecPath): Found => findNode(root, path, targets, indexes);
  return {
    spanOf: (path, part = "value") => {
      const [start, end] = rangeOf(find(path), part);
      return { file: file.path, start, end: endOfText(file.text, start, end) };
    },
    textOf: (path) => {
      const node = writtenNode(find(path), targets);
      return node && file.text.slice(startOf(node), endOfText(file.text, startOf(node), endOf(node)));
    },
    styleOf: (path) => styleOfNode(writtenNode(find(path), targets)),
  };
}

function findNode(root: Node, path: SpecPath, targets: Targets, indexes: WeakMap<YAMLMap.Parsed, Entries>): Found {
  let found: Found = { key: undefined, value: root, complete: true };
  for (const segment of path) {
    const child = childOf(resolved(found.value, targets), segment, indexes);
    if (child === undefined) return { ...found, complete: false };
    found = { ...child, complete: true };
  }
  return found;
}

const resolved = (node: Node, targets: Targets): Node => targets.get(node) ?? node;

function childOf(
  node: Node,
  segment: string | number,
  indexes: WeakMap<YAMLMap.Parsed, Entries>,
): Omit<Found, "complete"> | undefined {
  if (isMap(node)) return entriesByName(node, indexes).get(String(segment));
  const item = isSeq(node) ? node.items[Number(segment)] : undefined;
  return item && { key: undefined, value: item as Node };
}

/** A map may have thousands of keys and be asked for each of them. */
function entriesByName(map: YAMLMap.Parsed, indexes: WeakMap<YAMLMap.Parsed, Entries>): Entries {
  const known = indexes.get(map);
  if (known) return known;
  const index = new Map(entriesOf(map).map(({ key, value }) => [nameOf(key), { key, value: value ?? key }]));
  indexes.set(map, index);
  return index;
}

/** Where nothing is written, the head of the nearest written ancestor stands for it. */
function rangeOf({ key, value, complete }: Found, part: Part): readonly [number, number] {
  const hasText = endOf(value) > startOf(value);
  if (complete && part === "value" && hasText) return [startOf(value), endOf(value)];
  const head = key ?? headOf(value);
  return [startOf(head), endOf(head)];
}

/** The first thing written in an indented block; what stands in braces is its own head. */
function headOf(node: Node): Node {
  if (isMap(node) && !node.flow) return entriesOf(node)[0]?.key ?? node;
  const first = isSeq(node) && !node.flow ? node.items[0] : undefined;
  return first ? headOf(first as Node) : node;
}

const writtenNode = ({ value, complete }: Found, targets: Targets): Node | undefined =>
  complete ? resolved(value, targets) : undefined;

function styleOfNode(node: Node | undefined): ScalarStyle | undefined {
  if (!isScalar(node) || isAlias(node)) return undefined;
  if (node.type === "PLAIN") return "plain";
  return node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL" ? "block" : "quoted";
}

/** Blocks end with their last line break, which nobody wants underlined. */
function endOfText(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last -= 1;
  return last;
}
