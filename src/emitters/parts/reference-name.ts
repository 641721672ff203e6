import type { Reference } from "../../compiler/environment/text.ts";

/** A reference as it is written in a spec. */
export function referenceName(reference: Reference): string {
  switch (reference.kind) {
    case "variable":
      return `\${vars.${reference.name}}`;
    case "secret":
      return `\${secrets.${reference.name}}`;
    case "attribute":
      return `\${${reference.section}.${reference.name}.${reference.attribute}}`;
    default:
      return `\${${reference.kind}.${reference.attribute}}`;
  }
}
