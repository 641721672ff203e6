import type { Attribute, Block, Expression, HclDocument } from "../../formats/hcl/tree.ts";
import { isTraced, ORIGINS } from "../../formats/origin.ts";
import type { Found } from "./data.ts";
import { isHclObject } from "./plain.ts";

/**
 * Pointers into HCL go by what is written: `/resource/aws_db_instance/main/backup_window` is the attribute of that
 * block; where several blocks have the same header, the next key counts them from 0.
 */
export function expressionAt(document: HclDocument, pointer: readonly string[]): Found {
  const attribute = document.blocks.find((node) => node.kind === "attribute" && node.name === pointer[0]);
  if (attribute?.kind === "attribute") return insideExpression(attribute.value, pointer.slice(1));
  const step = blockStep(blocksOf(document), pointer);
  return step === undefined ? { missing: pointer[0] ?? "" } : insideBlock(step.block, step.rest);
}

function insideBlock(block: Block, pointer: readonly string[]): Found {
  const [key = "", ...rest] = pointer;
  const attribute = Object.hasOwn(block.attributes, key) ? block.attributes[key] : undefined;
  if (attribute !== undefined) return insideExpression(attribute, rest);
  const step = blockStep(block.blocks, pointer);
  if (step !== undefined) return insideBlock(step.block, step.rest);
  return rest.length === 0 && key !== "" ? { value: undefined } : { missing: key };
}

function insideExpression(node: Expression | undefined, pointer: readonly string[]): Found {
  const [key, ...rest] = pointer;
  if (isTraced(node)) return insideExpression(node.value, pointer);
  if (key === undefined) return { value: node };
  if (Array.isArray(node)) return insideExpression(node[Number(key)], rest);
  if (typeof node !== "object" || node === null || !isHclObject(node)) return { missing: key };
  const entry = node.entries.find(([name]) => name === key);
  if (entry === undefined && rest.length > 0) return { missing: key };
  return insideExpression(entry?.[1] as Expression | undefined, rest);
}

interface Step {
  readonly block: Block;
  readonly rest: readonly string[];
}

/** The block that the first keys of a pointer lead to, and the keys that are left. */
function blockStep(blocks: readonly Block[], pointer: readonly string[]): Step | undefined {
  const matching = blocks.filter((block) =>
    [block.type, ...block.labels].every((word, index) => pointer[index] === word),
  );
  const [first] = matching;
  if (first === undefined) return undefined;
  const rest = pointer.slice(1 + first.labels.length);
  if (matching.length === 1) return { block: first, rest };
  const counted = /^[0-9]+$/.test(rest[0] ?? "") ? matching[Number(rest[0])] : undefined;
  return counted && { block: counted, rest: rest.slice(1) };
}

const blocksOf = (document: HclDocument): readonly Block[] => document.blocks.filter((node) => node.kind === "block");

/** The document with another expression at the pointer, or without it. */
export function withExpression(
  document: HclDocument,
  pointer: readonly string[],
  value: Expression | undefined,
): HclDocument {
  const step = blockStep(blocksOf(document), pointer);
  const changed = (node: Block | Attribute): Block | Attribute => {
    if (node.kind === "block") return node === step?.block ? changedBlock(node, step.rest, value) : node;
    return node.name === pointer[0]
      ? { ...node, value: changedExpression(node.value, pointer.slice(1), value) ?? null }
      : node;
  };
  return { ...document, blocks: document.blocks.map(changed) };
}

function changedBlock(block: Block, pointer: readonly string[], value: Expression | undefined): Block {
  const [key = "", ...rest] = pointer;
  const step = Object.hasOwn(block.attributes, key) ? undefined : blockStep(block.blocks, pointer);
  if (step !== undefined) {
    const blocks = block.blocks.map((child) => (child === step.block ? changedBlock(child, step.rest, value) : child));
    return { ...block, blocks };
  }
  return {
    ...block,
    attributes: { ...block.attributes, [key]: changedExpression(block.attributes[key], rest, value) },
  };
}

function changedExpression(
  node: Expression | undefined,
  pointer: readonly string[],
  value: Expression | undefined,
): Expression | undefined {
  const [key, ...rest] = pointer;
  if (key === undefined) return value;
  if (isTraced(node)) return { [ORIGINS]: node[ORIGINS], value: changedExpression(node.value, pointer, value) ?? null };
  if (Array.isArray(node)) {
    const item = changedExpression(node[Number(key)], rest, value);
    return item === undefined ? node.toSpliced(Number(key), 1) : node.with(Number(key), item);
  }
  if (typeof node !== "object" || node === null || !("kind" in node) || node.kind !== "object") return node;
  const known = node.entries.some(([name]) => name === key);
  const entries = known ? node.entries : [...node.entries, [key, null] as const];
  return {
    kind: "object",
    entries: entries.flatMap(([name, child]) => {
      const next = name === key ? changedExpression(known ? child : undefined, rest, value) : child;
      return next === undefined ? [] : [[name, next] as const];
    }),
  };
}

/** A value of a spec as an expression: its strings are literals. */
export function expressionOf(value: unknown): Expression {
  if (Array.isArray(value)) return value.map(expressionOf);
  if (typeof value !== "object" || value === null) return value as Expression;
  return { kind: "object", entries: Object.entries(value).map(([key, item]) => [key, expressionOf(item)] as const) };
}
