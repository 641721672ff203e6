import type { SpecPath } from "../../formats/origin.ts";
import { type Diagnostic, diagnose, type Result } from "../diagnostics/diagnostic.ts";
import type { ExpandedSpec } from "./expanded-spec.ts";
import { isMap } from "./layer.ts";
import { nearest } from "./nearest.ts";
import { showPath } from "./reference.ts";
import { knownKeys, type SchemaNode, schemaAt } from "./schema.ts";
import type { Spec } from "./spec.gen.ts";
import validate, { type SchemaError } from "./validator.gen.js";

/** More findings than anybody reads at once. */
const limit = 100;

/** A spec that has the shape of the language. */
export interface ValidSpec extends ExpandedSpec {
  readonly value: Spec & Readonly<Record<string, unknown>>;
}

/** Holds the merged and expanded spec against the schema. */
export function validateSpec(spec: ExpandedSpec): Result<ValidSpec> {
  if (validate(spec.value)) return { value: spec as ValidSpec, diagnostics: [] };
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== "propertyNames").slice(0, limit);
  return { value: undefined, diagnostics: withoutRepeats(errors.map((error) => finding(error, spec.value))) };
}

/** One fault may break two keywords of one schema; it is said once. */
const withoutRepeats = (findings: readonly Diagnostic[]): readonly Diagnostic[] => {
  const seen = new Set<string>();
  return findings.filter(({ place }) => {
    const key = JSON.stringify(place);
    return seen.has(key) ? false : seen.add(key);
  });
};

function finding(error: SchemaError, root: unknown): Diagnostic {
  const at = pathOf(error.instancePath, root);
  if (error.propertyName !== undefined) return malformedName(at, error.propertyName);
  const schema = schemaAt(at);
  const value = at.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], root);
  switch (error.keyword) {
    case "additionalProperties":
      return unknownKey(at, String(error.params.additionalProperty), schema);
    case "required":
      return diagnose("missing-key", at, {
        key: String(error.params.missingProperty),
        where: showPath(at) || "the spec",
      });
    case "type":
      return diagnose("wrong-type", at, { found: kindOf(value), expected: expected(schema) });
    case "enum":
    case "const":
      return unknownValue(at, value, error);
    case "pattern":
      return diagnose("malformed-value", at, { value: String(value), ...wordsOf(schema) });
    default:
      return diagnose("out-of-range", at, { what: sizeOf(value), limit: limitOf(error) });
  }
}

/** A JSON pointer as a path; what is a list in the spec has numbers for keys. */
function pathOf(pointer: string, root: unknown): SpecPath {
  const keys = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const path: (string | number)[] = [];
  let node = root;
  for (const key of keys) {
    path.push(Array.isArray(node) ? Number(key) : key);
    node = (node as Record<string, unknown>)[key];
  }
  return path;
}

function unknownKey(at: SpecPath, key: string, schema: SchemaNode | undefined): Diagnostic {
  const known = knownKeys(schema);
  const where = at.length === 0 ? "a spec" : `\`${showPath(at)}\``;
  return diagnose("unknown-key", { at: [...at, key], part: "key" }, { key, where, known, near: nearest(key, known) });
}

function unknownValue(at: SpecPath, value: unknown, { params }: SchemaError): Diagnostic {
  const allowed = Array.isArray(params.allowedValues) ? params.allowedValues : [params.allowedValue];
  const known = allowed.filter((word) => word !== null).map(String);
  return diagnose("unknown-value", at, { value: String(value), known, near: nearest(String(value), known) });
}

function malformedName(at: SpecPath, name: string): Diagnostic {
  const names = schemaAt(at)?.propertyNames;
  const { title, description } = wordsOf(
    names?.$ref === "#/definitions/identifier" ? schemaAt(["database", "", "user"]) : (names ?? nameSchema),
  );
  return diagnose("malformed-name", { at: [...at, name], part: "key" }, { name, title: title || "name", description });
}

const nameSchema: SchemaNode = schemaAt(["name"]) ?? {};

const wordsOf = (schema: SchemaNode | undefined) => ({
  title: (schema?.title ?? "value").toLowerCase(),
  description: schema?.description ?? "",
  example: schema?.examples?.[0] === undefined ? undefined : exampleOf(schema.examples[0]),
});

const exampleOf = (example: unknown): string => (typeof example === "string" ? example : JSON.stringify(example));

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "`true` or `false`",
  array: "a list",
  object: "a map",
};

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return isMap(value) ? "a map" : `\`${String(value)}\``;
}

/** A field that is no text takes one only as a reference, so `string` goes unsaid there. */
function expected(schema: SchemaNode | undefined): string {
  const types = [schema?.type ?? []].flat().filter((type) => type !== "null");
  const said = types.length > 1 && !types.includes("object") ? types.filter((type) => type !== "string") : types;
  return said.map((type) => kinds[type] ?? type).join(" or ") || "another kind of value";
}

const sizeOf = (value: unknown): string => {
  if (typeof value === "string") return "the text";
  return typeof value === "number" ? `\`${value}\`` : Array.isArray(value) ? "the list" : "the map";
};

const limitOf = ({ keyword, params }: SchemaError): string => {
  const words: Readonly<Record<string, string>> = {
    minimum: "at least",
    maximum: "at most",
    minLength: "at least",
    maxLength: "at most",
    minItems: "at least",
    maxItems: "at most",
    maxProperties: "at most",
  };
  if (keyword === "uniqueItems") return "without repeated items";
  const unit = /Length/.test(keyword) ? " characters" : /Items|Properties/.test(keyword) ? " entries" : "";
  return `${words[keyword] ?? keyword} ${String(params.limit)}${unit}`;
};
