import type { Part } from "../../compiler/environment/text.ts";
import { joined } from "../parts/joined-parts.ts";
import { type LateBound, variableOf } from "./late-bound.ts";

/** An object in a program of jq, the only place where values of the deployment meet text: it reads them from the environment. */
export function jqObject(entries: readonly (readonly [key: string, value: string])[], depth = 1): string {
  const pairs = entries.map(([key, value]) => `${JSON.stringify(key)}: ${value}`);
  const line = `{${pairs.join(", ")}}`;
  if (line.length <= LINE && !line.includes("\n")) return line;
  const indent = "  ".repeat(depth);
  return `{\n${pairs.map((pair) => `${indent}  ${pair}`).join(",\n")}\n${indent}}`;
}

const LINE = 80;

export const jqString = (text: string): string => JSON.stringify(text);

export const jqValue = (reference: LateBound): string => `env.${variableOf(reference)}`;

/** A text with what only the deployment knows. */
export const jqText = (parts: readonly Part[]): string =>
  joined(parts.map((part) => (typeof part === "object" && part.kind === "variable" ? part.value : part)))
    .flatMap(jqPart)
    .join(" + ");

function jqPart(part: Part): readonly string[] {
  if (typeof part === "string") return [jqString(part)];
  return part.kind === "secret" || part.kind === "attribute" ? [jqValue(part)] : [];
}
