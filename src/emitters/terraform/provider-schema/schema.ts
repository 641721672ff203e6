/** What a provider accepts and hands out, as `schema/providers/*.json` holds it. */
export interface ProviderSchema {
  /** `hashicorp/aws`, as `required_providers` names it. */
  readonly source: string;
  readonly version: string;
  readonly derivedFrom: string;
  readonly resources: { readonly [type: string]: BodySchema };
  readonly data: { readonly [type: string]: BodySchema };
}

/** What stands between braces: what may be written there, and what can only be read from there. */
export interface BodySchema {
  readonly arguments?: { readonly [name: string]: ArgumentSchema };
  readonly computed?: { readonly [name: string]: AttributeSchema };
}

export type ArgumentSchema = AttributeSchema | NestedBlockSchema;

/**
 * `name = value`. The kind is written as Terraform writes types: `bool`, `list(string)`, `set(object)`; the attributes
 * of an object are its body.
 */
export interface AttributeSchema extends BodySchema {
  readonly kind: string;
  readonly required?: boolean;
}

/** `name { … }`, once (`single`) or as often as one likes (`many`). */
export interface NestedBlockSchema extends BodySchema {
  readonly block: string;
  readonly required?: boolean;
}

/** The schema of `resource "type"` or `data "type"` in whichever provider has it. */
export function typeSchema(
  schemas: readonly ProviderSchema[],
  section: "resource" | "data",
  type: string,
): BodySchema | undefined {
  const types = schemas.map((schema) => (section === "data" ? schema.data : schema.resources));
  return types.map((of) => own(of, type)).find((found) => found !== undefined);
}

/** A value that the object itself has: a name from outside may be `constructor`. */
export const own = <T>(of: { readonly [name: string]: T } | undefined, name: string): T | undefined =>
  of !== undefined && Object.hasOwn(of, name) ? of[name] : undefined;

export const readableOf = (body: BodySchema, name: string): ArgumentSchema | undefined =>
  own(body.arguments, name) ?? own(body.computed, name);

export const isNestedBlock = (schema: ArgumentSchema): schema is NestedBlockSchema => "block" in schema;

/** `set(string)` → `set` and `string`; nothing for a primitive. */
export function collectionOf(kind: string): { readonly outer: string; readonly element: string } | undefined {
  const match = /^(list|set|map)\((.+)\)$/.exec(kind);
  return match === null ? undefined : { outer: match[1] ?? "", element: match[2] ?? "" };
}
