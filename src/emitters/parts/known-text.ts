import type { Part, Text } from "../../compiler/environment/text.ts";

/** What of a text is known when compiling. */
export const knownText = ({ parts }: Text): string => parts.map(knownPart).join("");

function knownPart(part: Part): string {
  if (typeof part === "string") return part;
  return part.kind === "variable" ? part.value : "";
}
