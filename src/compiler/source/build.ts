import { type Alias, isAlias, isMap, isScalar, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { Code, ParamsOf } from "../diagnostics/catalogue.ts";
import { type Diagnostic, diagnose, type Related, type Span } from "../diagnostics/diagnostic.ts";
import { visible } from "./characters.ts";
import { escapeFindings } from "./escapes.ts";
import { LIMITS } from "./limits.ts";
import { endOf, entriesOf, isPlain, kindOf, type Node, nameOf, normal, startOf, type Targets } from "./nodes.ts";
import { resolvePlain } from "./scalars.ts";
import type { SourceFile } from "./source-file.ts";

/** The plain data of a document, and what is wrong with it. */
export interface Built {
  readonly value: unknown;
  readonly targets: Targets;
  readonly findings: readonly Diagnostic[];
}

/** A value that an alias may repeat: how long it is with its own aliases written out, and how many levels it has. */
interface Anchored {
  readonly node: Node;
  readonly value: unknown;
  readonly length: number;
  readonly height: number;
}

interface Building {
  readonly file: SourceFile;
  readonly findings: Diagnostic[];
  readonly anchored: Map<string, Anchored>;
  /** The anchors inside whose values we are. */
  readonly open: Set<string>;
  readonly targets: Map<Node, Node>;
  /** What aliases add to the length of the text. */
  added: number;
  deepest: number;
}

const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Maps become objects without a prototype, so that no name from a spec can be mistaken for what objects inherit. */
export function build(file: SourceFile, root: Node): Built {
  const building: Building = {
    file,
    findings: [],
    anchored: new Map(),
    open: new Set(),
    targets: new Map(),
    added: 0,
    deepest: 0,
  };
  const value = buildNode(building, root, 1);
  return { value, targets: building.targets, findings: building.findings };
}

function report<C extends Code>(
  building: Building,
  code: C,
  node: Node,
  params: ParamsOf<C>,
  related?: Related[],
): void {
  building.findings.push(diagnose(code, { span: spanOfNode(building.file, node) }, params, related));
}

const spanOfNode = ({ path }: SourceFile, node: Node): Span => ({ file: path, start: startOf(node), end: endOf(node) });

function buildNode(building: Building, node: Node | null, depth: number): unknown {
  if (node === null) return null;
  if (isAlias(node)) return buildAlias(building, node, depth);
  return node.anchor === undefined
    ? buildContent(building, node, depth)
    : buildAnchored(building, node, node.anchor, depth);
}

function buildContent(building: Building, node: Exclude<Node, Alias>, depth: number): unknown {
  building.deepest = Math.max(building.deepest, depth);
  if (isScalar(node)) return buildScalar(building, node);
  return isMap(node) ? buildMap(building, node, depth) : buildList(building, node, depth);
}

function buildAnchored(building: Building, node: Exclude<Node, Alias>, anchor: string, depth: number): unknown {
  const before = { added: building.added, deepest: building.deepest };
  building.deepest = depth;
  building.open.add(anchor);
  const value = buildContent(building, node, depth);
  building.open.delete(anchor);
  const length = endOf(node) - startOf(node) + building.added - before.added;
  building.anchored.set(anchor, { node, value, length, height: building.deepest - depth });
  building.deepest = Math.max(building.deepest, before.deepest);
  return value;
}

function buildAlias(building: Building, node: Alias.Parsed, depth: number): unknown {
  const name = visible(node.source);
  if (building.open.has(node.source)) return report(building, "recursive-alias", node, { name });
  const anchored = building.anchored.get(node.source);
  if (anchored === undefined) return report(building, "unknown-alias", node, { name });
  building.targets.set(node, anchored.node);
  expand(building, node, anchored, depth);
  return anchored.value;
}

/** Aliases share their value in memory, but whatever walks the value later meets it as often as it is repeated. */
function expand(building: Building, node: Node, { length, height }: Anchored, depth: number): void {
  const limit = building.file.text.length * (LIMITS.expansion - 1);
  const fitted = building.added <= limit;
  building.added += length;
  building.deepest = Math.max(building.deepest, depth + height);
  if (depth + height > LIMITS.depth) report(building, "too-deep", node, { limit: LIMITS.depth });
  if (fitted && building.added > limit) report(building, "alias-expansion", node, { limit: LIMITS.expansion });
}

function buildList(building: Building, list: YAMLSeq.Parsed, depth: number): unknown {
  return list.items.map((item) => buildNode(building, item as Node, depth + 1));
}

function buildMap(building: Building, map: YAMLMap.Parsed, depth: number): unknown {
  const entries = entriesOf(map);
  const beyond = entries[LIMITS.keys]?.key;
  if (beyond) report(building, "too-many-keys", beyond, { limit: LIMITS.keys });
  const values: Record<string, unknown> = Object.create(null);
  const keys = new Map<string, Node>();
  for (const { key, value } of entries) {
    const name = buildKey(building, key, keys);
    const built = buildNode(building, value, depth + 1);
    if (name !== undefined) values[name] = built;
  }
  return values;
}

/** The name of a key that may stand in a map; keys are as they are written, never numbers or booleans. */
function buildKey(building: Building, key: Node, keys: Map<string, Node>): string | undefined {
  if (!isScalar(key)) return report(building, "complex-key", key, { kind: kindOf(key) }) as undefined;
  buildNode(building, key, 1);
  const name = nameOf(key);
  const shown = visible(name.slice(0, 80));
  if (name === "" && isPlain(key)) report(building, "empty-key", key, {});
  else if (name.length > LIMITS.keyLength) report(building, "key-too-long", key, { limit: LIMITS.keyLength });
  else if (name === "<<" && isPlain(key)) report(building, "merge-key", key, {});
  else if (PROTOTYPE_KEYS.has(name)) report(building, "prototype-key", key, { key: shown });
  else if (!isDuplicate(building, key, name, keys)) return name;
  return undefined;
}

function isDuplicate(building: Building, key: Node, name: string, keys: Map<string, Node>): boolean {
  const first = keys.get(name);
  keys.set(name, first ?? key);
  if (first === undefined) return false;
  const related = { place: { span: spanOfNode(building.file, first) }, message: "first written here" };
  report(building, "duplicate-key", key, { key: visible(name.slice(0, 80)) }, [related]);
  return true;
}

function buildScalar(building: Building, scalar: Scalar.Parsed): unknown {
  const text = String(scalar.value);
  if (scalar.type !== "PLAIN") {
    const escapes = scalar.type === "QUOTE_DOUBLE";
    if (escapes) building.findings.push(...escapeFindings(building.file, startOf(scalar), endOf(scalar), text));
    return normal(text);
  }
  const resolved = resolvePlain(text);
  if ("value" in resolved) return typeof resolved.value === "string" ? normal(resolved.value) : resolved.value;
  return report(building, resolved.refused, scalar, { written: text });
}
