import type { Block, Expression } from "../../../formats/hcl/tree.ts";
import { codeOf, plain } from "./code.ts";
import { addressOf, attributesOf } from "./configuration.ts";
import { own } from "./schema.ts";
import type { Traversal } from "./traversal.ts";
import { loopVariablesIn, traversalsIn } from "./traversal.ts";

/** A place that reads a value: which block, which argument, and what it reads. */
export interface Reading {
  readonly reader: Block;
  readonly at: string;
  readonly traversal: Traversal;
  /** Roots that are values there: loop variables, `each`, the iterator of a `dynamic` block. */
  readonly scope: ReadonlySet<string>;
}

const EVERYWHERE = ["self", "path", "terraform"];

/** Attributes whose names are Terraform's words or a provider's address, no values. */
const NO_VALUES: { readonly [block: string]: readonly string[] } = {
  resource: ["provider"],
  data: ["provider"],
  module: ["providers"],
  variable: ["type"],
  lifecycle: ["ignore_changes"],
  provisioner: ["when", "on_failure"],
  moved: ["from"],
  removed: ["from"],
};

/** Every reading of a top-level block; a `terraform` block reads nothing, it is evaluated before there are values. */
export const readingsOf = (block: Block): readonly Reading[] =>
  block.type === "terraform" ? [] : within(block, block, addressOf(block), scopeOf(block));

function scopeOf({ attributes }: Block): readonly string[] {
  const each = attributes.for_each === undefined ? [] : ["each"];
  const count = attributes.count === undefined ? [] : ["count"];
  return [...EVERYWHERE, ...each, ...count];
}

function within(reader: Block, block: Block, at: string, scope: readonly string[]): readonly Reading[] {
  const attributes = attributesOf(block).filter(([name]) => !own(NO_VALUES, block.type)?.includes(name));
  return [
    ...attributes.flatMap(([name, value]) => inExpression(reader, `${at}.${name}`, value, scope)),
    ...block.blocks.flatMap((nested) => inNested(reader, nested, at, scope)),
  ];
}

function inNested(reader: Block, block: Block, at: string, scope: readonly string[]): readonly Reading[] {
  if (block.type !== "dynamic") return within(reader, block, `${at}.${block.type}`, scope);
  const { iterator, ...attributes } = block.attributes;
  const nestedScope = [...scope, iteratorOf(iterator, block.labels[0] ?? "")];
  return within(reader, { ...block, attributes }, `${at}.${block.labels[0]}`, nestedScope);
}

/** `dynamic "x"` calls its element `x`, unless `iterator` says otherwise. */
function iteratorOf(iterator: Expression | undefined, label: string): string {
  return iterator === undefined ? label : codeOf(iterator);
}

function inExpression(reader: Block, at: string, value: Expression, names: readonly string[]): readonly Reading[] {
  const code = codeOf(plain(value));
  const scope = new Set([...names, ...loopVariablesIn(code)]);
  return traversalsIn(code).map((traversal) => ({ reader, at, traversal, scope }));
}
