import type { Traced } from "../origin.ts";

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
  | Traced<YamlNode>;

export const yaml = (root: YamlNode, comment?: string): YamlDocument => ({
  format: "yaml",
  comment,
  documents: [root],
});
