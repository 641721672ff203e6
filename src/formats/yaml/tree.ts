import type { Printed, Traced } from "../origin.ts";

/** YAML documents as plain data; any value, map or list may be traced. Keys keep the order in which they are given. */
export interface YamlDocument {
  readonly format: "yaml";
  readonly comment: string | undefined;
  readonly documents: readonly YamlNode[];
}

export type YamlNode =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly YamlNode[]
  | { readonly [key: string]: YamlNode }
  | Embedded
  | Traced<YamlNode>;

/** The key under which an embedded text keeps its lines; a symbol, so that no map can be mistaken for it. */
export const EMBEDDED: unique symbol = Symbol("embedded");

/** A string that another printer made, such as a unit in a cloud-config; each line keeps its own reasons. */
export interface Embedded {
  readonly [EMBEDDED]: Printed;
}

export const embedded = (printed: Printed): Embedded => ({ [EMBEDDED]: printed });

export const isEmbedded = (node: unknown): node is Embedded =>
  typeof node === "object" && node !== null && EMBEDDED in node;

export const yaml = (root: YamlNode, comment?: string): YamlDocument => ({
  format: "yaml",
  comment,
  documents: [root],
});
