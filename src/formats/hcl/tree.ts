import type { Origins, Traced } from "../origin.ts";
import { ORIGINS } from "../origin.ts";

/**
 * An HCL file as data. A `string` is always a literal that the printer quotes and escapes; only `reference`, `call`,
 * `template` and `operation` make expressions, so no text of a spec can become one.
 */
export interface HclDocument {
  readonly format: "hcl";
  readonly comment: string | undefined;
  readonly blocks: readonly (Block | Attribute)[];
}

/** `name = value` at the top of a file, as in a `.tfvars`. */
export interface Attribute {
  readonly kind: "attribute";
  readonly name: string;
  readonly value: Expression;
}

export interface Block {
  readonly kind: "block";
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: { readonly [name: string]: Expression | undefined };
  readonly blocks: readonly Block[];
  readonly [ORIGINS]?: Origins;
  /** A comment line above the block, for what the reader must know. */
  readonly comment?: string;
}

export type Expression =
  | string
  | number
  | boolean
  | null
  | readonly Expression[]
  | HclObject
  | Reference
  | Call
  | Template
  | Operation
  | Traced<Expression>;

/** `{ key = value }`; keys that are no identifiers are quoted. */
export interface HclObject {
  readonly kind: "object";
  readonly entries: readonly (readonly [key: string, value: Expression])[];
}

/** A traversal such as `aws_vpc.main.id` or `aws_instance.web[*].id`; written as it is, so never from a spec's text. */
export interface Reference {
  readonly kind: "reference";
  readonly path: string;
}

export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** A quoted template: literal strings and interpolated expressions in turn. */
export interface Template {
  readonly kind: "template";
  readonly parts: readonly Expression[];
}

/** What else Terraform's expressions know and emitters need: `a ? b : c`, `a == b`, `a[i]`, `[for x in y : z]`. */
export interface Operation {
  readonly kind: "operation";
  /** Code and operands in turn; the strings are code of the emitter, never of a spec. */
  readonly parts: readonly ({ readonly code: string } | { readonly operand: Expression })[];
}

export const reference = (path: string): Reference => ({ kind: "reference", path });

export const call = (name: string, ...args: readonly Expression[]): Call => ({ kind: "call", name, arguments: args });

export const template = (...parts: readonly Expression[]): Template => ({ kind: "template", parts });

export const object = (entries: { readonly [key: string]: Expression | undefined }): HclObject => ({
  kind: "object",
  entries: Object.entries(entries).filter((entry): entry is [string, Expression] => entry[1] !== undefined),
});

/** `operation` with code between the operands: ``operation`${condition} ? ${a} : ${b}` ``. */
export const operation = (code: TemplateStringsArray, ...operands: readonly Expression[]): Operation => ({
  kind: "operation",
  parts: code.flatMap((text, index) => {
    const operand = operands[index];
    return operand === undefined ? [{ code: text }] : [{ code: text }, { operand }];
  }),
});

export const block = (
  header: readonly [type: string, ...labels: string[]],
  attributes: Block["attributes"] = {},
  blocks: readonly Block[] = [],
): Block => ({ kind: "block", type: header[0], labels: header.slice(1), attributes, blocks });

/** The same block, there for these reasons; what is inside inherits them. */
export const because = (origins: Origins, of: Block): Block => ({ ...of, [ORIGINS]: origins });

export const attribute = (name: string, value: Expression): Attribute => ({ kind: "attribute", name, value });

export const hcl = (blocks: readonly (Block | Attribute)[], comment?: string): HclDocument => ({
  format: "hcl",
  comment,
  blocks,
});
