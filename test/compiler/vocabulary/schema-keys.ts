import { resolve, type SchemaNode, schemaAt } from "../../../src/compiler/spec/schema.ts";
import type { SpecPath } from "../../../src/formats/origin.ts";

/** A key of the language: `*` is any name, `#` any place of a list. */
export type Key = readonly string[];

/** Keys that say how a spec is put together; they have no meaning of their own. */
const layering = ["$schema", "specc", "extends", "environment", "environments"];

/** Lists of steps, which are described once below `steps`. */
const isStepList = ([section, , list]: Key): boolean =>
  section === "operations" && (list === "#" || list === "onFailure");

function keysBelow(at: Key, node: SchemaNode | undefined): readonly Key[] {
  if (isStepList(at)) return [at];
  const properties = Object.entries(node?.properties ?? {}).flatMap(([name, child]) =>
    keysBelow([...at, name], resolve(child)),
  );
  const named =
    typeof node?.additionalProperties === "object" ? keysBelow([...at, "*"], resolve(node.additionalProperties)) : [];
  const listed = node?.items === undefined ? [] : keysBelow([...at, "#"], resolve(node.items));
  const below = [...properties, ...named, ...listed];
  return below.length === 0 ? [at] : below;
}

/** Every key of the schema that takes a value, in order. */
export const schemaKeys: readonly Key[] = Object.entries(schemaAt([])?.properties ?? {}).flatMap(([name, node]) =>
  layering.includes(name) ? [] : keysBelow([name], resolve(node)),
);

/** The places of a value that are no maps or lists, or are empty ones. */
export function leavesOf(value: unknown, at: SpecPath = []): readonly SpecPath[] {
  if (typeof value !== "object" || value === null) return [at];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.length === 0 ? [at] : entries.flatMap(([key, child]) => leavesOf(child, [...at, key]));
}

/** The key of the schema that a place of a spec is of. */
export const keyOf = (place: SpecPath): Key | undefined =>
  schemaKeys.find((key) => key.length <= place.length && key.every((part, index) => fits(part, place[index])));

const fits = (part: string, key: string | number | undefined): boolean =>
  part === key || (part === "*" && typeof key === "string") || (part === "#" && typeof key === "number");
