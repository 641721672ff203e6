import { printDockerfile } from "./dockerfile/print.ts";
import type { Document } from "./document.ts";
import { printHcl } from "./hcl/print.ts";
import { printJson } from "./json/print.ts";
import { printNamed } from "./named/print.ts";
import { printNginx } from "./nginx/print.ts";
import type { Printed } from "./origin.ts";
import { printText } from "./text/print.ts";
import { printTemplate } from "./text/print-template.ts";
import { printToml } from "./toml/print.ts";
import { printUnit } from "./unit/print.ts";
import { printYaml } from "./yaml/print.ts";
import { printZone } from "./zone/print.ts";

/** The text of a document and, for each of its lines, why it is there. */
export function printDocument(document: Document): Printed {
  switch (document.format) {
    case "dockerfile":
      return printDockerfile(document);
    case "hcl":
      return printHcl(document);
    case "json":
      return printJson(document);
    case "named":
      return printNamed(document);
    case "nginx":
      return printNginx(document);
    case "template":
      return printTemplate(document);
    case "text":
      return printText(document);
    case "toml":
      return printToml(document);
    case "unit":
      return printUnit(document);
    case "yaml":
      return printYaml(document);
    case "zone":
      return printZone(document);
  }
}
