import type { Environment } from "../../compiler/environment/environment.ts";
import type { Part, Text } from "../../compiler/environment/text.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";

/** The vars that a template reads, as `packer build -var` sets them. */
export function userVariables({ provider, variables }: Environment): JsonNode {
  const read = provider?.region.parts.flatMap(nameOf) ?? [];
  const used = variables.filter(({ name }) => read.includes(name));
  if (used.length === 0) return undefined;
  return Object.fromEntries(used.map(({ name, value, at }) => [name, traced(String(value), { at })]));
}

const nameOf = (part: Part): readonly string[] =>
  typeof part === "object" && part.kind === "variable" ? [part.name] : [];

/** A text of the spec in Packer's words; checks have refused what it could take for its own, and what it cannot know. */
export const lower = (text: Text): JsonNode => traced(text.parts.map(lowerPart).join(""), ...text[ORIGINS]);

function lowerPart(part: Part): string {
  if (typeof part === "string") return part;
  if (part.kind === "variable") return `{{user \`${part.name}\`}}`;
  throw new Error(`a template has no expression for a late-bound ${part.kind}`);
}
