import type { Environment } from "../compiler/environment/environment.ts";
import type { Part } from "../compiler/environment/text.ts";
import { schemaAt } from "../compiler/spec/schema.ts";
import { isTraced, ORIGINS, type Origin, type SpecPath } from "../formats/origin.ts";

/** A value that a rule put into the model, under the spec path where it would have been written. */
export interface ImpliedValue {
  readonly at: SpecPath;
  readonly rule: string;
  readonly value: unknown;
}

/** Every value of the model that nobody wrote. */
export function impliedValues(environment: Environment): readonly ImpliedValue[] {
  const found = new Map<string, ImpliedValue>();
  collect(environment, found, new Set());
  return [...found.values()];
}

/** Elements refer to each other as objects, so each is entered once. */
function collect(node: unknown, found: Map<string, ImpliedValue>, entered: Set<object>): void {
  if (typeof node !== "object" || node === null || entered.has(node)) return;
  entered.add(node);
  const origin = (node as { readonly [ORIGINS]?: readonly Origin[] })[ORIGINS]?.find(({ rule }) => rule !== undefined);
  if (origin?.rule !== undefined) {
    const value = isTraced(node) ? node.value : shownParts((node as { readonly parts?: readonly Part[] }).parts ?? []);
    const written = origin.rule === "default" ? (schemaAt(origin.at)?.default ?? value) : value;
    if (typeof value !== "object")
      found.set(origin.at.join("\u0000"), { at: origin.at, rule: origin.rule, value: written });
  }
  for (const child of Object.values(node)) collect(child, found, entered);
}

const shownParts = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === "string" ? part : `\${${referenceOf(part)}}`)).join("");

function referenceOf(part: Exclude<Part, string>): string {
  switch (part.kind) {
    case "variable":
      return `vars.${part.name}`;
    case "secret":
      return `secrets.${part.name}`;
    case "attribute":
      return `${part.section}.${part.name}.${part.attribute}`;
    default:
      return `${part.kind}.${part.attribute}`;
  }
}
