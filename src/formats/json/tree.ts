import type { Traced } from "../origin.ts";

/** A JSON file as plain data; any value, object or array may be traced. Keys keep the order in which they are given. */
export interface JsonDocument {
  readonly format: "json";
  readonly root: JsonNode;
}

export type JsonNode =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly JsonNode[]
  | { readonly [key: string]: JsonNode }
  | Traced<JsonNode>;

export const json = (root: JsonNode): JsonDocument => ({ format: "json", root });
