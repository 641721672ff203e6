import { isTraced, ORIGINS, type Traced } from "../../formats/origin.ts";

/** What stands at a pointer: a value or nothing, or that the way there does not exist. */
export type Found = { readonly value: unknown } | { readonly missing: string };

/** The value at a pointer into plain or traced data. */
export function valueAt(node: unknown, pointer: readonly string[]): Found {
  const [key, ...rest] = pointer;
  if (isTraced(node)) return valueAt(node.value, pointer);
  if (key === undefined) return { value: node };
  if (typeof node !== "object" || node === null) return { missing: key };
  const child = childOf(node, key);
  if (child === undefined && rest.length > 0) return { missing: key };
  return valueAt(child, rest);
}

const childOf = (node: object, key: string): unknown =>
  Array.isArray(node)
    ? node[Number(key)]
    : Object.hasOwn(node, key)
      ? (node as Record<string, unknown>)[key]
      : undefined;

/** The data with another value at the pointer, or without it. */
export function withValue(node: unknown, pointer: readonly string[], value: unknown): unknown {
  const [key, ...rest] = pointer;
  if (key === undefined) return value;
  if (isTraced(node))
    return { [ORIGINS]: node[ORIGINS], value: withValue(node.value, pointer, value) } satisfies Traced<unknown>;
  if (Array.isArray(node)) return withItem(node, Number(key), withValue(node[Number(key)], rest, value));
  const child = withValue(childOf(node as object, key), rest, value);
  return { ...(node as object), [key]: child };
}

/** `-` (not a number) and the length append, `undefined` removes. */
const withItem = (list: readonly unknown[], index: number, item: unknown): readonly unknown[] => {
  if (item === undefined) return list.toSpliced(index, 1);
  return Number.isNaN(index) ? [...list, item] : list.with(Math.min(index, list.length - 1), item);
};
