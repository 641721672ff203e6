import type { SpecPath } from "../../formats/origin.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { isSecret } from "../environment/text.ts";
import { type Expansion, isLate, type LateReference } from "./expansion.ts";
import { schemaAt } from "./schema.ts";
import { wordsOf } from "./wording.ts";

/** Kinds of references; secrets stand whole unless they are taken in a string too. */
type Taken = "attribute" | "build" | "self" | "self.name" | "secret" | "secret in a string";

/**
 * Where values may stand that only the deployment knows; `*` is any name, `#` any place of a list and `**` all below.
 * Secret fields say so in the schema; everything else is read when compiling.
 */
const places: readonly { readonly path: readonly string[]; readonly takes: readonly Taken[] }[] = [
  { path: ["apps", "*", "env", "*"], takes: ["attribute", "build", "self", "secret"] },
  { path: ["apps", "*", "command", "#"], takes: ["attribute", "build", "self"] },
  { path: ["apps", "*", "args", "#"], takes: ["attribute", "build", "self"] },
  { path: ["apps", "*", "image"], takes: ["attribute", "build"] },
  { path: ["apps", "*", "health", "http"], takes: ["attribute", "build", "self"] },
  { path: ["apps", "*", "routes", "#", "host"], takes: ["attribute", "build", "self"] },
  { path: ["apps", "*", "routes", "#", "path"], takes: ["attribute", "build", "self"] },
  { path: ["images", "*", "repository"], takes: ["attribute", "build"] },
  { path: ["images", "*", "tag"], takes: ["attribute", "build"] },
  { path: ["instances", "*", "hostname"], takes: ["self"] },
  { path: ["dns", "*", "records", "*", "values", "#"], takes: ["attribute"] },
  { path: ["tls", "*", "hosts", "#"], takes: ["attribute", "build", "self"] },
  { path: ["outputs", "*"], takes: ["attribute"] },
  { path: ["secrets", "*", "template"], takes: ["attribute", "secret", "secret in a string"] },
  { path: ["provider", "naming"], takes: ["self.name"] },
  { path: ["provider", "credentials"], takes: ["secret"] },
  { path: ["access", "sshKeys", "*", "secret"], takes: ["secret"] },
  { path: ["registry", "*", "tag"], takes: ["build"] },
  { path: ["registry", "*", "naming"], takes: ["build", "self.name"] },
  { path: ["registry", "*", "login", "password"], takes: ["secret"] },
  { path: ["cluster", "*", "naming"], takes: ["self.name"] },
  { path: ["apps", "*", "artifact", "version"], takes: ["build"] },
  { path: ["dns", "*", "dynamic", "key"], takes: ["secret"] },
  { path: ["tls", "*", "key"], takes: ["secret"] },
  { path: ["database", "*", "users", "*", "password"], takes: ["secret"] },
  { path: ["cluster", "*", "naming"], takes: ["self.name"] },
  { path: ["registry", "*", "tag"], takes: ["build"] },
  { path: ["registry", "*", "naming"], takes: ["build", "self"] },
  { path: ["apps", "*", "artifact", "*"], takes: ["build"] },
  { path: ["apps", "*", "hostname"], takes: ["self"] },
  { path: ["apps", "*", "labels", "*"], takes: ["attribute", "build", "self"] },
  { path: ["ingress", "*", "hostname"], takes: ["self"] },
  { path: ["instances", "*", "labels", "*"], takes: ["self"] },
  { path: ["operations", "**"], takes: ["attribute", "build", "self"] },
  { path: ["ci", "**"], takes: ["attribute", "build", "self"] },
];

/** What stands where it cannot be known, or would be seen. */
export function placementFindings({ parts }: Expansion, at: SpecPath): readonly Diagnostic[] {
  const late = parts.filter(isLate);
  if (late.length === 0) return [];
  const takes = places.find(({ path }) => matches(path, at))?.takes ?? (isSecretField(at) ? ["secret"] : []);
  const fault = late.map((part) => faultOf(part, parts.length, takes, at)).find((finding) => finding !== undefined);
  return fault === undefined ? [] : [fault];
}

const isSecretField = (at: SpecPath): boolean => schemaAt(at)?.pattern?.startsWith("^\\$\\{(?:secrets") ?? false;

function matches(pattern: readonly string[], at: SpecPath): boolean {
  if (pattern.at(-1) === "**") return pattern[0] === at[0];
  return (
    pattern.length === at.length &&
    pattern.every((key, index) => key === at[index] || key === (typeof at[index] === "number" ? "#" : "*"))
  );
}

function faultOf(part: LateReference, count: number, takes: readonly Taken[], at: SpecPath): Diagnostic | undefined {
  const source = sourceOf(part);
  if (isSecret(part)) {
    if (!takes.includes("secret")) return diagnose("secret-not-here", { at }, { source });
    return count > 1 && !takes.includes("secret in a string")
      ? diagnose("secret-in-string", { at }, { source })
      : undefined;
  }
  const kinds: readonly string[] = [part.kind, ...(part.kind === "self" ? [`self.${part.attribute}`] : [])];
  return takes.some((kind) => kinds.includes(kind)) ? undefined : diagnose("reference-not-here", { at }, { source });
}

/** A reference as it is written. */
function sourceOf(part: LateReference): string {
  if (part.kind === "secret") return `\${secrets.${part.name}}`;
  if (part.kind === "attribute") return `\${${part.section}.${part.name}.${part.attribute}}`;
  return `\${${part.kind}.${part.attribute}}`;
}

/** A literal `${` where the schema takes only references by this sign. */
export function literalFindings(value: unknown, { parts }: Expansion, at: SpecPath): readonly Diagnostic[] {
  if (typeof value !== "string" || !value.includes("${") || parts.some(isLate)) return [];
  const schema = schemaAt(at);
  if (schema?.pattern === undefined || literalPattern(schema.pattern).test(value)) return [];
  return [diagnose("malformed-value", { at }, { value, ...wordsOf(schema) })];
}

/** `[]` matches nothing. */
const literalPattern = (pattern: string): RegExp => new RegExp(pattern.replaceAll("\\$\\{[^}]*\\}", "[]"));
