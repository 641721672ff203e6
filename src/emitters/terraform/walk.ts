import type { Attribute, Block, Expression } from "../../formats/hcl/tree.ts";
import { isTraced } from "../../formats/origin.ts";

/** The paths of all references in these blocks. */
export const referencesIn = (blocks: readonly (Block | Attribute)[]): readonly string[] =>
  blocks.flatMap((node) =>
    node.kind === "attribute"
      ? referencesOf(node.value)
      : [
          ...Object.values(node.attributes).flatMap((value) => (value === undefined ? [] : referencesOf(value))),
          ...referencesIn(node.blocks),
        ],
  );

function referencesOf(of: Expression): readonly string[] {
  if (of === null || typeof of !== "object") return [];
  if (isTraced(of)) return referencesOf(of.value as Expression);
  if (isList(of)) return of.flatMap(referencesOf);
  switch (of.kind) {
    case "reference":
      return [of.path];
    case "object":
      return of.entries.flatMap(([, value]) => referencesOf(value));
    case "call":
      return of.arguments.flatMap(referencesOf);
    case "template":
      return of.parts.flatMap(referencesOf);
    case "operation":
      return of.parts.flatMap((part) => ("operand" in part ? referencesOf(part.operand) : []));
  }
}

const isList = (of: Expression): of is readonly Expression[] => Array.isArray(of);

/** The names that follow a prefix: of `var.` those of inputs. */
export function namesBehind(prefix: string, references: readonly string[]): ReadonlySet<string> {
  const names = references.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  return new Set(names.map((name) => name.split(/[.[]/)[0] ?? name));
}
