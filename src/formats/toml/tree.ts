import type { Traced } from "../origin.ts";

/** A TOML file as plain data; any value, table or list may be traced. TOML has no null, and what is undefined is not there. */
export interface TomlDocument {
  readonly format: "toml";
  readonly comment: string | undefined;
  readonly root: TomlTable | Traced<TomlTable>;
}

/** Keys keep their order, but a table's values come before the tables in it: else they would be the inner table's. */
export interface TomlTable {
  readonly [key: string]: TomlNode;
}

export type TomlNode = string | number | boolean | undefined | readonly TomlNode[] | TomlTable | Traced<TomlNode>;

export const toml = (root: TomlDocument["root"], comment?: string): TomlDocument => ({ format: "toml", comment, root });
