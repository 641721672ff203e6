import type { DockerfileDocument } from "./dockerfile/tree.ts";
import type { HclDocument } from "./hcl/tree.ts";
import type { JsonDocument } from "./json/tree.ts";
import type { NamedDocument } from "./named/tree.ts";
import type { NginxDocument } from "./nginx/tree.ts";
import type { TemplateDocument } from "./text/template.ts";
import type { TextDocument } from "./text/tree.ts";
import type { TomlDocument } from "./toml/tree.ts";
import type { UnitDocument } from "./unit/tree.ts";
import type { YamlDocument } from "./yaml/tree.ts";
import type { ZoneDocument } from "./zone/tree.ts";

/** What a target's file is before it is text. */
export type Document =
  | DockerfileDocument
  | HclDocument
  | JsonDocument
  | NamedDocument
  | NginxDocument
  | TemplateDocument
  | TextDocument
  | TomlDocument
  | UnitDocument
  | YamlDocument
  | ZoneDocument;
