import type { SpecPath } from "../../formats/origin.ts";
import { schemaFile } from "./schema-file.ts";

/** As much of JSON Schema as the language's schema uses and messages need. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly allOf?: readonly SchemaNode[];
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly properties?: { readonly [key: string]: SchemaNode };
  readonly patternProperties?: { readonly [pattern: string]: SchemaNode };
  readonly additionalProperties?: boolean | SchemaNode;
  readonly propertyNames?: SchemaNode;
  readonly items?: SchemaNode;
}

type Root = SchemaNode & { readonly definitions: { readonly [name: string]: SchemaNode } };

const root = (): Root => schemaFile() as Root;

/** The schema of the value at a path, with references followed and the nearest words first. */
export function schemaAt(path: SpecPath): SchemaNode | undefined {
  return path.reduce<SchemaNode | undefined>((node, key) => node && resolve(step(node, key)), root());
}

const step = (node: SchemaNode, key: string | number): SchemaNode | undefined => {
  if (typeof key === "number") return node.items;
  const property =
    node.properties !== undefined && Object.hasOwn(node.properties, key) ? node.properties[key] : undefined;
  return property ?? (typeof node.additionalProperties === "object" ? node.additionalProperties : undefined);
};

/** `$ref` and `allOf` flattened: what stands nearer wins over what is referred to. */
export function resolve(node: SchemaNode | undefined): SchemaNode | undefined {
  if (node === undefined) return undefined;
  const { $ref, allOf, ...own } = node;
  const bases = [...($ref === undefined ? [] : [target($ref)]), ...(allOf ?? [])].map(resolve);
  return Object.assign({}, ...bases, own) as SchemaNode;
}

const target = (reference: string): SchemaNode | undefined => {
  const [kind, name = ""] = reference.replace("#/", "").split("/");
  return kind === "definitions" ? root().definitions[name] : root().properties?.[name];
};

/** The sections, in the order in which the schema presents them. */
export const knownKeys = (node: SchemaNode | undefined): readonly string[] => Object.keys(node?.properties ?? {});
