import type { SpecPath } from "../../formats/origin.ts";
import { sentence } from "../diagnostics/catalogue/wording.ts";
import { type Diagnostic, diagnose, type Related, type Result } from "../diagnostics/diagnostic.ts";
import { text, wholeReference } from "../environment/text.ts";
import { type ExpandedSpec, keyOf } from "./expanded-spec.ts";
import { isMap, plain } from "./layer.ts";
import { limits } from "./limits.ts";
import { originOf } from "./merged-spec.ts";
import { nearest } from "./nearest.ts";
import { plainSecrets } from "./plain-secrets.ts";
import { showPath } from "./reference.ts";
import { knownKeys, resolve, type SchemaNode, schemaAt } from "./schema.ts";
import { isOnlyReference, kindOf, limitOf, sizeOf, typesOf } from "./schema-wording.ts";
import type { Spec } from "./spec.gen.ts";
import validate, { type SchemaError } from "./validator.gen.js";
import { wordsOf } from "./wording.ts";

/** A spec that has the shape of the language. */
export interface ValidSpec extends ExpandedSpec {
  readonly value: Spec & Readonly<Record<string, unknown>>;
}

/** Holds the merged and expanded spec against the schema. */
export function validateSpec(spec: ExpandedSpec): Result<ValidSpec> {
  const errors = validate(spec.value) ? [] : (validate.errors ?? []);
  const shape = errors.filter((error) => !isOfName(error, spec.value)).slice(0, limits.findings);
  const diagnostics = [
    ...withoutRepeats(shape.map((error) => finding(error, spec))),
    ...plainSecrets(plain(spec.merged.root)),
  ];
  return { value: shape.length === 0 ? (spec as ValidSpec) : undefined, diagnostics };
}

/** One fault may break two keywords of one schema; it is said once. */
const withoutRepeats = (findings: readonly Diagnostic[]): readonly Diagnostic[] => {
  const seen = new Set<string>();
  return findings.filter(({ place }) => {
    const key = JSON.stringify(place);
    return seen.has(key) ? false : seen.add(key);
  });
};

function finding(error: SchemaError, spec: ExpandedSpec): Diagnostic {
  const at = pathOf(error.instancePath, spec.value);
  const schema = schemaAt(at);
  const value = valueAt(at, spec.value);
  switch (error.keyword) {
    case "propertyNames":
      return malformedName(at, String(error.params.propertyName));
    case "additionalProperties":
      return unknownKey(at, String(error.params.additionalProperty), schema);
    case "required":
      return missingKey(at, String(error.params.missingProperty));
    case "type":
      return wrongType(at, value, schema, spec);
    case "enum":
    case "const":
      return unknownValue(at, value, error, spec);
    case "pattern":
      if (isOnlyReference(schema)) return wrongType(at, value, schema, spec);
      return diagnose("malformed-value", { at }, { value: String(value), ...wordsOf(schema) }, sourceOf(at, spec));
    default:
      return diagnose("out-of-range", { at }, { what: sizeOf(value), limit: limitOf(error) }, sourceOf(at, spec));
  }
}

const keywordsOfText: ReadonlySet<string> = new Set(["pattern", "minLength", "maxLength", "enum"]);

/** What is wrong with a name is said of its map too, where `propertyNames` says it better. */
const isOfName = ({ keyword, instancePath }: SchemaError, root: unknown): boolean =>
  keywordsOfText.has(keyword) && isMap(valueAt(pathOf(instancePath, root), root));

const valueAt = (path: SpecPath, root: unknown): unknown =>
  path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], root);

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

/** The variable that a value comes from. */
const variableOf = (at: SpecPath, { parts }: ExpandedSpec): string | undefined => {
  const reference = wholeReference(text(parts.get(keyOf(at)) ?? [], []));
  return reference?.kind === "variable" ? reference.name : undefined;
};

const sourceOf = (at: SpecPath, spec: ExpandedSpec): readonly Related[] => {
  const name = variableOf(at, spec);
  return name === undefined ? [] : [{ place: { at: ["vars", name, "default"] }, message: "the value comes from here" }];
};

function missingKey(at: SpecPath, key: string): Diagnostic {
  const where = showPath(at) || "the spec";
  return diagnose("missing-key", { at, part: "key" }, { key, where });
}

function unknownKey(at: SpecPath, key: string, schema: SchemaNode | undefined): Diagnostic {
  const known = knownKeys(schema);
  const where = at.length === 0 ? "a spec" : `\`${showPath(at)}\``;
  return diagnose("unknown-key", { at: [...at, key], part: "key" }, { key, where, known, near: nearest(key, known) });
}

function unknownValue(at: SpecPath, value: unknown, { params }: SchemaError, spec: ExpandedSpec): Diagnostic {
  const allowed = Array.isArray(params.allowedValues) ? params.allowedValues : [params.allowedValue];
  const known = allowed.filter((word) => word !== null).map(String);
  const near = known.length > 1 ? nearest(String(value), known) : undefined;
  return diagnose("unknown-value", { at }, { value: String(value), known, near }, sourceOf(at, spec));
}

function malformedName(at: SpecPath, name: string): Diagnostic {
  const names = resolve(schemaAt(at)?.propertyNames);
  const { title, description } = wordsOf(names);
  const rule = name.includes("${") ? "keys take no references" : description;
  const params = { name, title, description: rule, example: legalName(name, names) };
  return diagnose("malformed-name", { at: [...at, name], part: "key" }, params);
}

/** `my_app` as `my-app`, where that is legal. */
function legalName(name: string, names: SchemaNode | undefined): string | undefined {
  const pattern = new RegExp(names?.pattern ?? "$^");
  const dashed = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const joined = name.replace(/[^A-Za-z0-9]+/g, "_");
  return [dashed, joined].find((candidate) => pattern.test(candidate));
}

function wrongType(at: SpecPath, value: unknown, schema: SchemaNode | undefined, spec: ExpandedSpec): Diagnostic {
  const help = typeHelp(at, value, schema, spec);
  const params = { found: kindOf(value), expected: typesOf(schema), help };
  return diagnose("wrong-type", { at, part: "value" }, params, sourceOf(at, spec));
}

const booleans: Readonly<Record<string, boolean>> = { yes: true, on: true, no: false, off: false };

/** What people mean who write another type: `version: 16`, `ha: yes`, `replicas: "2"`, `command: run it`. */
function typeHelp(
  at: SpecPath,
  value: unknown,
  schema: SchemaNode | undefined,
  spec: ExpandedSpec,
): string | undefined {
  const types = [schema?.type ?? []].flat();
  if (types.includes("array") && isScalar(value)) return `write \`[${String(value)}]\``;
  if (types.includes("string") && !isOnlyReference(schema) && isScalar(value))
    return quotingHelp(writtenAt(at, spec) ?? String(value), schema);
  if (typeof value !== "string") return undefined;
  const word = booleans[value.toLowerCase()];
  if (types.includes("boolean") && word !== undefined) return `write \`${word}\``;
  const isNumber = types.some((type) => type === "integer" || type === "number");
  return /^"?[0-9.]+"?$/.test(value) && isNumber ? `write it without quotes: \`${value}\`` : undefined;
}

/** Quotes help where the text is one that the key takes. */
function quotingHelp(written: string, schema: SchemaNode | undefined): string {
  const { description, example } = wordsOf(schema);
  const fits = new RegExp(schema?.pattern ?? "", "u").test(written);
  return fits ? `quote it: \`"${written}"\`` : sentence(description) + (example ? `, for example \`${example}\`` : "");
}

const isScalar = (value: unknown): boolean => value !== null && typeof value !== "object";

/** The text that somebody wrote: `1.10` where the value is 1.1. */
function writtenAt(at: SpecPath, spec: ExpandedSpec): string | undefined {
  const name = variableOf(at, spec);
  const { tree, path } = originOf(spec.merged, name === undefined ? at : ["vars", name, "default"]);
  return isMap(tree.value) ? tree.textOf(path) : undefined;
}
