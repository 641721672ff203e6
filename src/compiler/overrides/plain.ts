import { isTraced } from "../../formats/origin.ts";

/** A part of a document as plain data, without the reasons for it; an expression of HCL stays what it is. */
export function plain(node: unknown): unknown {
  if (isTraced(node)) return plain(node.value);
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== "object" || node === null) return node;
  const entries = isHclObject(node) ? node.entries : Object.entries(node);
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, plain(value)]])));
}

interface HclEntries {
  readonly kind: "object";
  readonly entries: readonly (readonly [string, unknown])[];
}

export const isHclObject = (node: object): node is HclEntries =>
  "kind" in node && node.kind === "object" && "entries" in node && Array.isArray(node.entries);

/** Whether two values of JSON are the same, whatever the order of keys. */
export const equal = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, node: unknown) =>
    typeof node === "object" && node !== null && !Array.isArray(node)
      ? Object.fromEntries(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1)))
      : node,
  );
