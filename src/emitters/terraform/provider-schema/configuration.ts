import type { Attribute, Block, Expression, HclDocument } from "../../../formats/hcl/tree.ts";
import { plain } from "./code.ts";

/** A `resource` or `data` block, with what others must know to refer to it. */
export interface DeclaredObject {
  readonly section: "resource" | "data";
  readonly type: string;
  /** `aws_instance.web`, `data.aws_ami.base`. */
  readonly address: string;
  readonly block: Block;
  /** With `count` or `for_each` it is a collection, and a reference must say which one it means. */
  readonly repeated: boolean;
}

/** What the documents of one module declare. */
export interface Configuration {
  readonly blocks: readonly Block[];
  readonly objects: ReadonlyMap<string, DeclaredObject>;
  readonly variables: ReadonlySet<string>;
  readonly locals: ReadonlySet<string>;
  readonly modules: ReadonlySet<string>;
  /** `aws`, and `aws.replica` for a provider with an alias. */
  readonly providers: ReadonlySet<string>;
  /** Values of a `.tfvars`. */
  readonly values: readonly Attribute[];
}

export function configurationOf(documents: readonly HclDocument[]): Configuration {
  const items = documents.flatMap((document) => document.blocks);
  const blocks = items.filter((item) => item.kind === "block");
  return {
    blocks,
    objects: new Map(declaredObjects(blocks).map((object) => [object.address, object])),
    variables: new Set(labelsOf(blocks, "variable")),
    locals: new Set(ofType(blocks, "locals").flatMap((block) => attributesOf(block).map(([name]) => name))),
    modules: new Set(labelsOf(blocks, "module")),
    providers: new Set(ofType(blocks, "provider").map(providerAddress)),
    values: items.filter((item) => item.kind === "attribute"),
  };
}

export const declaredObjects = (blocks: readonly Block[]): readonly DeclaredObject[] =>
  blocks.flatMap((block) => (block.type === "resource" || block.type === "data" ? [declared(block, block.type)] : []));

const ofType = (blocks: readonly Block[], type: string): readonly Block[] =>
  blocks.filter((block) => block.type === type);

/** The attributes a block has; those that are `undefined` are not written. */
export const attributesOf = (block: Block): readonly (readonly [name: string, value: Expression])[] =>
  Object.entries(block.attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));

/** How Terraform names a block in its own messages. */
export function addressOf({ type, labels }: Block): string {
  if (type === "resource") return labels.join(".");
  if (type === "locals") return "local";
  return [type, ...labels].join(".");
}

function declared(block: Block, section: DeclaredObject["section"]): DeclaredObject {
  const repeated = block.attributes.count !== undefined || block.attributes.for_each !== undefined;
  return { section, type: block.labels[0] ?? "", address: addressOf(block), block, repeated };
}

const labelsOf = (blocks: readonly Block[], type: string): readonly string[] =>
  ofType(blocks, type).flatMap((block) => block.labels);

function providerAddress({ labels, attributes }: Block): string {
  const alias = attributes.alias;
  return [...labels, ...(alias === undefined ? [] : [String(plain(alias))])].join(".");
}
