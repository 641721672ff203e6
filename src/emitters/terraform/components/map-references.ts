import type { Block, Expression, Reference } from "../../../formats/hcl/tree.ts";
import { derive, isTraced, type Traced } from "../../../formats/origin.ts";

type Change = (reference: Reference) => Expression;

/** The same block with other references; what it depends on beyond them is told apart, since only addresses stand there. */
export const mapReferences = (of: Block, change: Change, dependency: (path: string) => boolean): Block => ({
  ...of,
  attributes: Object.fromEntries(
    Object.entries(of.attributes).map(([name, value]) => [
      name,
      name === "depends_on" ? keptDependencies(value, dependency) : value === undefined ? value : mapped(value, change),
    ]),
  ),
  blocks: of.blocks.map((inner) => mapReferences(inner, change, dependency)),
});

function keptDependencies(value: Expression | undefined, isKept: (path: string) => boolean): Expression | undefined {
  if (value === undefined || value === null || typeof value !== "object") return value;
  if (isTraced(value)) {
    const kept = keptDependencies(value.value as Expression, isKept);
    return kept === undefined ? undefined : (derive(value as Traced<Expression>, () => kept) as Expression);
  }
  if (!isList(value)) return value;
  const kept = value.filter((each) => !isReference(each) || isKept(each.path));
  return kept.length === 0 ? undefined : kept;
}

function mapped(of: Expression, change: Change): Expression {
  if (of === null || typeof of !== "object") return of;
  if (isTraced(of)) return derive(of as Traced<Expression>, (value) => mapped(value, change)) as Expression;
  if (isList(of)) return of.map((each) => mapped(each, change));
  switch (of.kind) {
    case "reference":
      return change(of);
    case "object":
      return { ...of, entries: of.entries.map(([key, value]) => [key, mapped(value, change)] as const) };
    case "call":
      return { ...of, arguments: of.arguments.map((each) => mapped(each, change)) };
    case "template":
      return { ...of, parts: of.parts.map((each) => mapped(each, change)) };
    case "operation":
      return {
        ...of,
        parts: of.parts.map((part) => ("operand" in part ? { operand: mapped(part.operand, change) } : part)),
      };
  }
}

const isList = (of: Expression): of is readonly Expression[] => Array.isArray(of);

const isReference = (of: Expression): of is Reference =>
  typeof of === "object" && of !== null && "kind" in of && of.kind === "reference";
