/**
 * Judges Kubernetes manifests against JSON schemas where kubeconform itself cannot be had.
 *
 * What it checks: every document of every file parses (twice written keys are refused with `-strict`), names an
 * `apiVersion` and a `kind`, and holds what the schema of that kind allows; items of a `List` are judged one by one.
 * The schema locations are kubeconform's templates with `{{.ResourceKind}}`, `{{.KindSuffix}}`, `{{.ResourceAPIVersion}}`.
 * YAML is read as Kubernetes reads it, with the booleans of YAML 1.1.
 *
 * What it cannot: fetch schemas, check `format`s, check a CRD's CEL rules.
 *
 * Source of the rules: kubeconform's README (https://github.com/yannh/kubeconform) and its documented outputs.
 */
import { Ajv, type ValidateFunction } from "ajv";
import { type Document, parseAllDocuments, type Tags } from "yaml";

export interface Options {
  readonly strict: boolean;
  readonly summary: boolean;
  readonly verbose: boolean;
  readonly ignoreMissingSchemas: boolean;
  readonly output: string;
  readonly locations: readonly string[];
  readonly files: readonly string[];
}

export type Status = "statusValid" | "statusInvalid" | "statusError" | "statusSkipped";

export interface Finding {
  readonly filename: string;
  readonly kind: string;
  readonly name: string;
  readonly version: string;
  readonly status: Status;
  readonly msg: string;
}

/** Gives the text of a file, or nothing where there is none. */
export type ReadText = (path: string) => string | undefined;

interface Identity {
  readonly kind: string;
  readonly version: string;
  readonly name: string;
}

const timestamp = "tag:yaml.org,2002:timestamp"; // Kubernetes' reader leaves dates as text

const counted: readonly (readonly [string, Status])[] = [
  ["Valid", "statusValid"],
  ["Invalid", "statusInvalid"],
  ["Errors", "statusError"],
  ["Skipped", "statusSkipped"],
];

export function kubeconform(options: Options, readText: ReadText): { readonly failed: boolean; readonly text: string } {
  const validators = new Map<string, ValidateFunction | undefined>();
  const findings = options.files.flatMap((file) => judgeFile(file, options, readText, validators));
  const failed = findings.some(({ status }) => status === "statusInvalid" || status === "statusError");
  return { failed: failed || options.files.length === 0, text: print(findings, options) };
}

/** The path that a location template stands for, by kubeconform's own variables. */
export function schemaPath(template: string, kind: string, version: string): string {
  const [group = "", inGroup] = version.split("/");
  const suffix = `-${(group.split(".")[0] ?? "").toLowerCase()}${inGroup === undefined ? "" : `-${inGroup.toLowerCase()}`}`;
  const variables: Readonly<Record<string, string>> = {
    ResourceKind: kind.toLowerCase(),
    KindSuffix: suffix,
    ResourceAPIVersion: inGroup ?? group,
  };
  return template.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (whole, name: string) => variables[name] ?? whole);
}

function judgeFile(filename: string, options: Options, readText: ReadText, validators: Validators): readonly Finding[] {
  const text = readText(filename);
  if (text === undefined) return [finding(filename, nobody, "statusError", "the file cannot be read")];
  const documents = parseAllDocuments(text, {
    version: "1.1",
    uniqueKeys: options.strict,
    customTags: (tags: Tags) => tags.filter((tag) => typeof tag === "string" || tag.tag !== timestamp),
  });
  return (Array.isArray(documents) ? documents : []).flatMap((document) =>
    judgeDocument(filename, document, options, readText, validators),
  );
}

type Validators = Map<string, ValidateFunction | undefined>;

const nobody: Identity = { kind: "", version: "", name: "" };

function judgeDocument(
  filename: string,
  document: Document,
  options: Options,
  readText: ReadText,
  validators: Validators,
): readonly Finding[] {
  const [error] = document.errors;
  if (error !== undefined) return [finding(filename, nobody, "statusError", error.message)];
  const value: unknown = JSON.parse(JSON.stringify(document.toJS() ?? null));
  return resourcesOf(value).map((resource) => judgeResource(filename, resource, options, readText, validators));
}

function resourcesOf(value: unknown): readonly unknown[] {
  if (value === null) return [];
  if (isObject(value) && value.kind === "List" && Array.isArray(value.items)) return value.items;
  return [value];
}

function judgeResource(
  filename: string,
  resource: unknown,
  options: Options,
  readText: ReadText,
  validators: Validators,
): Finding {
  const identity = identify(resource);
  if (identity.kind === "") return finding(filename, identity, "statusError", "missing 'kind' key");
  if (identity.version === "") return finding(filename, identity, "statusError", "missing 'apiVersion' key");
  const validate = validatorFor(identity, options.locations, readText, validators);
  if (validate === undefined) {
    const status = options.ignoreMissingSchemas ? "statusSkipped" : "statusError";
    return finding(filename, identity, status, `could not find schema for ${identity.kind}`);
  }
  if (validate(resource)) return finding(filename, identity, "statusValid", "");
  return finding(filename, identity, "statusInvalid", `problem validating schema: ${complaints(validate)}`);
}

function complaints(validate: ValidateFunction): string {
  return (validate.errors ?? [])
    .map(({ instancePath, message, params }) => `at '${instancePath}': ${message} ${JSON.stringify(params)}`)
    .join(" - ");
}

function identify(resource: unknown): Identity {
  if (!isObject(resource)) return nobody;
  const metadata = isObject(resource.metadata) ? resource.metadata : {};
  return { kind: textOf(resource.kind), version: textOf(resource.apiVersion), name: textOf(metadata.name) };
}

function validatorFor(
  { kind, version }: Identity,
  locations: readonly string[],
  readText: ReadText,
  validators: Validators,
): ValidateFunction | undefined {
  for (const path of locations.map((location) => schemaPath(location, kind, version))) {
    if (!validators.has(path)) validators.set(path, compile(path, readText));
    const known = validators.get(path);
    if (known !== undefined) return known;
  }
  return undefined;
}

/** A schema's references name files beside it. */
function compile(path: string, readText: ReadText): ValidateFunction | undefined {
  const text = readText(path);
  if (text === undefined) return undefined;
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  for (const [, file = ""] of text.matchAll(/"\$ref":\s*"([^"#]+)#/g)) {
    const referenced = readText(folder + file);
    if (referenced !== undefined && ajv.getSchema(file) === undefined) ajv.addSchema(JSON.parse(referenced), file);
  }
  return ajv.compile(JSON.parse(text));
}

function print(findings: readonly Finding[], options: Options): string {
  const shown = findings.filter(
    ({ status }) => options.verbose || (status !== "statusValid" && status !== "statusSkipped"),
  );
  if (options.output === "json") return `${JSON.stringify({ resources: shown }, null, 2)}\n`;
  const lines = shown.map(
    ({ filename, kind, name, status, msg }) =>
      `${filename} - ${kind} ${name} ${wording[status]}${msg === "" ? "" : `: ${msg}`}`,
  );
  return [...lines, ...(options.summary ? [summarise(findings, options.files.length)] : []), ""].join("\n");
}

const wording: Readonly<Record<Status, string>> = {
  statusValid: "is valid",
  statusInvalid: "is invalid",
  statusError: "failed validation",
  statusSkipped: "skipped",
};

function summarise(findings: readonly Finding[], files: number): string {
  const counts = counted.map(
    ([word, wanted]) => `${word}: ${findings.filter(({ status }) => status === wanted).length}`,
  );
  return `Summary: ${findings.length} resources found in ${files} files - ${counts.join(", ")}`;
}

function finding(filename: string, identity: Identity, status: Status, msg: string): Finding {
  return { filename, ...identity, status, msg };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
