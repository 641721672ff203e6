import type { Expression, HclObject } from "../../../formats/hcl/tree.ts";
import type { PlainExpression } from "./code.ts";
import { isList, plain } from "./code.ts";
import type { AttributeSchema } from "./schema.ts";
import { collectionOf, isNestedBlock, own } from "./schema.ts";

/** The kind of an expression that only the rest of the configuration tells, when it tells it. */
export type KindOfReference = (path: string) => string | undefined;

/** What is wrong with a value where an attribute of this schema stands. */
export function kindFaults(
  at: string,
  value: Expression,
  schema: AttributeSchema,
  kindOfReference: KindOfReference,
): readonly string[] {
  const written = plain(value);
  if (schema.kind === "any" || written === null) return [];
  const elements = elementsOf(written, schema.kind);
  if (elements !== undefined)
    return elements.values.flatMap(([key, entry]) =>
      kindFaults(`${at}[${JSON.stringify(key)}]`, entry, { ...schema, kind: elements.kind }, kindOfReference),
    );
  if (isObject(written) && schema.kind === "object") return objectFaults(at, written, schema, kindOfReference);
  const kind = kindOf(written, kindOfReference);
  const right = kind === undefined || fits(kind, schema.kind, isLiteral(written));
  return right ? [] : [`${at}: wants ${schema.kind}, got ${kind}`];
}

/** The elements of a list, set or map that is written out, and the kind each must have. */
function elementsOf(
  written: PlainExpression,
  kind: string,
):
  | { readonly kind: string; readonly values: readonly (readonly [key: string | number, value: Expression])[] }
  | undefined {
  const collection = collectionOf(kind);
  if (collection === undefined) return undefined;
  if (collection.outer === "map")
    return isObject(written) ? { kind: collection.element, values: written.entries } : undefined;
  return isList(written) ? { kind: collection.element, values: [...written.entries()] } : undefined;
}

const isObject = (value: PlainExpression): value is HclObject =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "object";

/** An object written as a value must have every attribute, where a block may leave some out. */
function objectFaults(
  at: string,
  { entries }: HclObject,
  { arguments: attributes = {} }: AttributeSchema,
  kindOfReference: KindOfReference,
): readonly string[] {
  const missing = Object.keys(attributes).filter((name) => !entries.some(([key]) => key === name));
  return [
    ...entries.flatMap(([key, value]) => {
      const schema = own(attributes, key);
      if (schema === undefined) return [`${at}.${key}: no such argument`];
      return isNestedBlock(schema) ? [] : kindFaults(`${at}.${key}`, value, schema, kindOfReference);
    }),
    ...missing.map((name) => `${at}.${name}: an object must say it, be it null`),
  ];
}

function kindOf(value: PlainExpression, kindOfReference: KindOfReference): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== "object") return typeof value === "boolean" ? "bool" : typeof value;
  if (isList(value)) return "list";
  if (value.kind === "object") return "object";
  if (value.kind === "template") return "string";
  return value.kind === "reference" ? kindOfReference(value.path) : undefined;
}

const isLiteral = (value: PlainExpression): boolean =>
  typeof value !== "object" || value === null || isList(value) || value.kind !== "reference";

/** Terraform turns a number that it reads into a string and a set into a list, so a reference need not fit to the letter. */
function fits(kind: string, wanted: string, literal: boolean): boolean {
  if (literal || kind === "any") return kind === wanted;
  const [outer, wantedOuter] = [collectionOf(kind), collectionOf(wanted)];
  if (outer === undefined || wantedOuter === undefined)
    return outer === wantedOuter && (kind === "object") === (wanted === "object");
  return (outer.outer === "map") === (wantedOuter.outer === "map") && fits(outer.element, wantedOuter.element, false);
}
