import type { HclDocument } from "./hcl/tree.ts";
import type { JsonDocument } from "./json/tree.ts";
import type { TextDocument } from "./text/tree.ts";
import type { YamlDocument } from "./yaml/tree.ts";

/** What a target's file is before it is text. */
export type Document = HclDocument | JsonDocument | YamlDocument | TextDocument;
