import { isMap } from "./layer.ts";
import type { SchemaNode } from "./schema.ts";
import type { SchemaError } from "./validator.gen.js";

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "`true` or `false`",
  array: "a list",
  object: "a map",
};

/** What a value is, for a message. */
export function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return isMap(value) ? "a map" : `\`${String(value)}\``;
}

/** A field that is no text takes one only as a reference. */
export const isOnlyReference = (schema: SchemaNode | undefined): boolean => schema?.pattern === "^\\$\\{[^}]*\\}$";

/** The types that a key takes, for a message. */
export function typesOf(schema: SchemaNode | undefined): string {
  const types = [schema?.type ?? []].flat().filter((type) => type !== "null");
  const said = isOnlyReference(schema) ? types.filter((type) => type !== "string") : types;
  return said.map((type) => kinds[type] ?? type).join(" or ") || "another kind of value";
}

/** What is too large or too small, for a message. */
export const sizeOf = (value: unknown): string => {
  if (typeof value === "string") return "the text";
  return typeof value === "number" ? `\`${value}\`` : Array.isArray(value) ? "the list" : "the map";
};

const words: Readonly<Record<string, string>> = {
  minimum: "at least",
  maximum: "at most",
  minLength: "at least",
  maxLength: "at most",
  minItems: "at least",
  maxItems: "at most",
  maxProperties: "at most",
};

/** What a value must be, for a message. */
export const limitOf = ({ keyword, params }: SchemaError): string => {
  if (keyword === "uniqueItems") return "without repeated items";
  const noun = /Length/.test(keyword) ? "character" : /Items|Properties/.test(keyword) ? "entry" : undefined;
  return `${words[keyword] ?? keyword} ${String(params.limit)}${noun === undefined ? "" : ` ${counted(noun, params.limit)}`}`;
};

const counted = (noun: string, count: unknown): string =>
  count === 1 ? noun : noun === "entry" ? "entries" : `${noun}s`;
