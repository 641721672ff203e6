import { isAlias, isMap, isScalar, type ParsedNode, type YAMLMap } from "yaml";

export type Node = ParsedNode;
export interface Entry {
  readonly key: Node;
  readonly value: Node | null;
}

/** What each alias repeats. */
export type Targets = ReadonlyMap<Node, Node>;

export const entriesOf = (map: YAMLMap.Parsed): readonly Entry[] => map.items as unknown as readonly Entry[];

/** The name that a key gives, normalised, so that equal looks are equal names. */
export const nameOf = (key: Node): string => (isScalar(key) ? normal(String(key.value)) : "");

/** Text in the normal form in which specc compares, sorts and prints it. */
export const normal = (text: string): string => (/[\u0080-\uffff]/.test(text) ? text.normalize("NFC") : text);

export const isPlain = (node: Node): boolean => isScalar(node) && node.type === "PLAIN";

export const startOf = (node: Node): number => node.range[0];
export const endOf = (node: Node): number => node.range[1];

export function kindOf(node: Node): string {
  if (isScalar(node)) return "a single value";
  if (isAlias(node)) return "an alias";
  return isMap(node) ? "a map" : "a list";
}
