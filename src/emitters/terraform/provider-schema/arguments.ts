import type { Block } from "../../../formats/hcl/tree.ts";
import { plain } from "./code.ts";
import { attributesOf } from "./configuration.ts";
import type { KindOfReference } from "./kinds.ts";
import { kindFaults } from "./kinds.ts";
import type { ArgumentSchema, BodySchema } from "./schema.ts";
import { collectionOf, isNestedBlock, own } from "./schema.ts";

/** A nested block under the name it stands for: `dynamic "tag"` is a `tag` whose arguments are in `content`. */
interface NestedBlock {
  readonly name: string;
  readonly content: Block | undefined;
  readonly isDynamic: boolean;
}

/** Where the arguments of a block are not those of its schema. */
export function argumentFaults(
  at: string,
  block: Block,
  schema: BodySchema,
  kindOfReference: KindOfReference,
): readonly string[] {
  const nested = block.blocks.map(nestedBlock);
  return [
    ...attributeFaults(at, block, schema, kindOfReference),
    ...nested.flatMap((entry) => nestedFaults(`${at}.${entry.name}`, entry, schema, kindOfReference)),
    ...repetitionFaults(at, nested, schema),
    ...missingFaults(at, block, nested, schema),
  ];
}

function nestedBlock(block: Block): NestedBlock {
  if (block.type !== "dynamic") return { name: block.type, content: block, isDynamic: false };
  const content = block.blocks.find(({ type }) => type === "content");
  const complete = block.attributes.for_each !== undefined;
  return { name: block.labels[0] ?? "", content: complete ? content : undefined, isDynamic: true };
}

function attributeFaults(
  at: string,
  block: Block,
  schema: BodySchema,
  kindOfReference: KindOfReference,
): readonly string[] {
  return attributesOf(block).flatMap(([name, value]) => {
    const argument = own(schema.arguments, name);
    if (argument === undefined) return [`${at}.${name}: ${unknown(schema, name)}`];
    if (isNestedBlock(argument)) return [`${at}.${name}: is a block (\`${name} { … }\`), written as an attribute`];
    return kindFaults(`${at}.${name}`, value, argument, kindOfReference);
  });
}

const unknown = (schema: BodySchema, name: string): string =>
  own(schema.computed, name) === undefined ? "no such argument" : "is computed by the provider, so nobody sets it";

function nestedFaults(
  at: string,
  { name, content }: NestedBlock,
  schema: BodySchema,
  kindOfReference: KindOfReference,
): readonly string[] {
  const argument = own(schema.arguments, name);
  if (argument === undefined) return [`${at}: ${unknown(schema, name)}`];
  if (!acceptsBlocks(argument)) return [`${at}: is an attribute (\`${name} = …\`), written as a block`];
  if (content === undefined) return [`${at}: a dynamic block wants \`for_each\` and \`content\``];
  return argumentFaults(at, content, argument, kindOfReference);
}

/** Terraform lets one write a list or a set of objects as blocks. */
const acceptsBlocks = (argument: ArgumentSchema): boolean =>
  isNestedBlock(argument) || (collectionOf(argument.kind)?.element === "object" && !argument.kind.startsWith("map"));

/** A `dynamic` block may turn out to be absent, so only those that are certainly there count. */
function repetitionFaults(at: string, nested: readonly NestedBlock[], schema: BodySchema): readonly string[] {
  const certain = nested.filter(({ isDynamic }) => !isDynamic).map(({ name }) => name);
  return [...new Set(certain)].flatMap((name) => {
    const argument = own(schema.arguments, name);
    const times = certain.filter((other) => other === name).length;
    const single = argument !== undefined && isNestedBlock(argument) && argument.block === "single";
    return single && times > 1 ? [`${at}.${name}: at most one block, got ${times}`] : [];
  });
}

function missingFaults(
  at: string,
  block: Block,
  nested: readonly NestedBlock[],
  schema: BodySchema,
): readonly string[] {
  const attributes = attributesOf(block).filter(([, value]) => plain(value) !== null);
  const written = new Set([...attributes, ...nested.map(({ name }) => [name] as const)].map(([name]) => name));
  return Object.entries(schema.arguments ?? {}).flatMap(([name, argument]) =>
    argument.required && !written.has(name) ? [`${at}.${name}: required argument is missing`] : [],
  );
}
