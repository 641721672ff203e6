import type { Document } from "./document.ts";
import { printHcl } from "./hcl/print.ts";
import { printJson } from "./json/print.ts";
import type { Printed } from "./origin.ts";
import { printText } from "./text/print.ts";
import { printYaml } from "./yaml/print.ts";

/** The text of a document and, for each of its lines, why it is there. */
export function printDocument(document: Document): Printed {
  switch (document.format) {
    case "hcl":
      return printHcl(document);
    case "json":
      return printJson(document);
    case "yaml":
      return printYaml(document);
    case "text":
      return printText(document);
  }
}
