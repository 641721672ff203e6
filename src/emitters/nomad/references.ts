import type { Block, Expression } from "../../formats/hcl/tree.ts";
import { isTraced } from "../../formats/origin.ts";

/** The paths of all references within a block. */
export const referencesIn = (block: Block): ReadonlySet<string> =>
  new Set([
    ...Object.values(block.attributes).flatMap(pathsIn),
    ...block.blocks.flatMap((inner) => [...referencesIn(inner)]),
  ]);

function pathsIn(value: Expression | undefined): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if (isTraced(value)) return pathsIn(value.value as Expression);
  if (!("kind" in value)) return value.flatMap(pathsIn);
  switch (value.kind) {
    case "reference":
      return [value.path];
    case "call":
      return value.arguments.flatMap(pathsIn);
    case "template":
      return value.parts.flatMap(pathsIn);
    case "object":
      return value.entries.flatMap(([, inner]) => pathsIn(inner));
    case "operation":
      return value.parts.flatMap((part) => ("operand" in part ? pathsIn(part.operand) : []));
  }
}
