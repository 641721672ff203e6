import type { SpecPath } from "../../formats/origin.ts";
import { type Diagnostic, diagnose, hasErrors, type Result } from "../diagnostics/diagnostic.ts";
import type { Part } from "../environment/text.ts";
import { attributes, isAttributeSection } from "./attributes.ts";
import { type ExpandedSpec, keyOf } from "./expanded-spec.ts";
import { isMap, plain } from "./layer.ts";
import type { MergedSpec } from "./merged-spec.ts";
import { nearest } from "./nearest.ts";
import { parseReferences, type ReferencePath, showPath, type WrittenPart } from "./reference.ts";

/** What a string comes to: its parts, and, when it is wholly one known reference, a value of that type. */
interface Expansion {
  readonly parts: readonly Part[];
  readonly whole?: unknown;
}

interface Scope {
  readonly root: Readonly<Record<string, unknown>>;
  readonly environment: string;
  readonly expansions: Map<string, Expansion | "open">;
  readonly report: (finding: Diagnostic) => void;
}

/** Fills in every reference that is known when compiling, and reads the others into parts. */
export function expandSpec(merged: MergedSpec): Result<ExpandedSpec> {
  const diagnostics: Diagnostic[] = [];
  const root = plain(merged.root) as Record<string, unknown>;
  const scope: Scope = {
    root,
    environment: merged.environment.name,
    expansions: new Map(),
    report: (finding) => {
      diagnostics.push(finding);
    },
  };
  const value = expandValue(root, [], scope) as Record<string, unknown>;
  const parts = new Map<string, readonly Part[]>();
  for (const [key, expansion] of scope.expansions) if (expansion !== "open") parts.set(key, expansion.parts);
  return { value: hasErrors(diagnostics) ? undefined : { merged, value, parts }, diagnostics };
}

function expandValue(value: unknown, at: SpecPath, scope: Scope): unknown {
  if (typeof value === "string") return value.includes("${") ? filledIn(expandString(value, at, scope), value) : value;
  if (Array.isArray(value)) return value.map((item, index) => expandValue(item, [...at, index], scope));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expandValue(item, [...at, key], scope)]));
}

/** Late-bound strings stay as written: the schema knows them by their `${`. */
function filledIn(expansion: Expansion | undefined, written: string): unknown {
  if (expansion === undefined) return written;
  if (expansion.whole !== undefined) return expansion.whole;
  const words = expansion.parts.map((part) =>
    typeof part === "string" ? part : part.kind === "variable" ? part.value : undefined,
  );
  return words.includes(undefined) ? written : words.join("");
}

function expandString(value: string, at: SpecPath, scope: Scope): Expansion | undefined {
  const key = keyOf(at);
  const known = scope.expansions.get(key);
  if (known === "open") {
    scope.report(diagnose("reference-cycle", { at }, { path: showPath(at) }));
    return undefined;
  }
  if (known !== undefined) return known;
  const parsed = parseReferences(value);
  if ("malformed" in parsed) {
    scope.report(diagnose("reference-malformed", { at }, { source: parsed.malformed }));
    return undefined;
  }
  scope.expansions.set(key, "open");
  const pieces = parsed.map((part) => expandPart(part, at, scope));
  const whole = pieces.length === 1 ? pieces[0]?.whole : undefined;
  const expansion = { parts: joined(pieces.flatMap(({ parts }) => parts)), ...(whole === undefined ? {} : { whole }) };
  scope.expansions.set(key, expansion);
  return expansion;
}

/** Neighbouring strings as one. */
function joined(parts: readonly Part[]): readonly Part[] {
  const done: Part[] = [];
  for (const part of parts) {
    const last = done.at(-1);
    if (typeof part === "string" && typeof last === "string") done[done.length - 1] = last + part;
    else done.push(part);
  }
  return done;
}

function expandPart(part: WrittenPart, at: SpecPath, scope: Scope): Expansion {
  if (typeof part === "string") return { parts: [part] };
  const expansion = expandReference(part.reference, part.source, at, scope);
  return expansion ?? { parts: [part.source] };
}

function expandReference(path: ReferencePath, source: string, at: SpecPath, scope: Scope): Expansion | undefined {
  const [section = "", name = "", attribute = ""] = path;
  if (path.length === 1) return expandWord(section, source, at, scope);
  if (section === "self" && path.length === 2) return closedSet("self", name, selfAttributes, source, at, scope);
  if (section === "build" && path.length === 2) return closedSet("build", name, buildAttributes, source, at, scope);
  if (section === "vars" && path.length === 2) return expandVariable(name, source, at, scope);
  if (section === "secrets" && path.length === 2) return expandSecret(name, source, at, scope);
  const element = elementOf(section, name, source, at, scope);
  if (element === undefined) return undefined;
  if (path.length === 3 && isAttributeSection(section) && attributes[section].includes(attribute))
    return { parts: [{ kind: "attribute", section, name, attribute }] };
  return expandOwnKey(path, element, source, at, scope);
}

const selfAttributes = ["name", "index", "zone", "address"] as const;
const buildAttributes = ["commit", "branch", "tag"] as const;

function closedSet(
  kind: "self" | "build",
  attribute: string,
  known: readonly string[],
  source: string,
  at: SpecPath,
  scope: Scope,
): Expansion | undefined {
  if (!known.includes(attribute))
    return unknown(
      source,
      known.map((word) => `${kind}.${word}`),
      `${kind}.${attribute}`,
      at,
      scope,
    );
  return { parts: [{ kind, attribute } as Part] };
}

function expandWord(word: string, source: string, at: SpecPath, scope: Scope): Expansion | undefined {
  if (word === "environment") return { parts: [scope.environment], whole: scope.environment };
  if (word === "name" && typeof scope.root.name === "string")
    return { parts: [scope.root.name], whole: scope.root.name };
  return unknown(source, ["name", "environment"], word, at, scope);
}

function expandVariable(name: string, source: string, at: SpecPath, scope: Scope): Expansion | undefined {
  const variables = isMap(scope.root.vars) ? scope.root.vars : {};
  const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (!isMap(variable))
    return unknown(
      source,
      Object.keys(variables).map((known) => `vars.${known}`),
      `vars.${name}`,
      at,
      scope,
    );
  if (variable.default === undefined) {
    scope.report(
      diagnose("variable-without-value", { at: ["vars", name] }, { name }, [{ place: { at }, message: "read here" }]),
    );
    return undefined;
  }
  const value = scalarAt(variable.default, ["vars", name, "default"], scope);
  return { parts: [{ kind: "variable", name, value: String(value) }], whole: value };
}

function expandSecret(name: string, source: string, at: SpecPath, scope: Scope): Expansion | undefined {
  const secrets = isMap(scope.root.secrets) ? scope.root.secrets : {};
  if (!Object.hasOwn(secrets, name))
    return unknown(
      source,
      Object.keys(secrets).map((known) => `secrets.${known}`),
      `secrets.${name}`,
      at,
      scope,
    );
  if (isDisabled(secrets[name])) {
    scope.report(diagnose("reference-disabled", { at }, { source, element: `secrets.${name}` }));
    return undefined;
  }
  return { parts: [{ kind: "secret", name }] };
}

/** `${apps.web.port}`: a key that the element writes itself. */
function expandOwnKey(
  path: ReferencePath,
  element: Readonly<Record<string, unknown>>,
  source: string,
  at: SpecPath,
  scope: Scope,
): Expansion | undefined {
  const [section = "", name = "", ...keys] = path;
  const value = keys.reduce<unknown>(
    (node, key) => (isMap(node) && Object.hasOwn(node, key) ? node[key] : undefined),
    element,
  );
  if (typeof value === "string") {
    const inner = value.includes("${") ? expandString(value, path, scope) : { parts: [value], whole: value };
    return inner && { parts: inner.parts, ...(inner.whole === undefined ? {} : { whole: inner.whole }) };
  }
  if (typeof value === "number" || typeof value === "boolean") return { parts: [String(value)], whole: value };
  const late = isAttributeSection(section) ? attributes[section] : [];
  const known = [...Object.keys(element), ...late].map((key) => `${section}.${name}.${key}`);
  return unknown(source, known, path.join("."), at, scope);
}

function elementOf(
  section: string,
  name: string,
  source: string,
  at: SpecPath,
  scope: Scope,
): Readonly<Record<string, unknown>> | undefined {
  const elements = Object.hasOwn(scope.root, section) ? scope.root[section] : undefined;
  if (!isMap(elements)) {
    unknown(source, Object.keys(scope.root), section, at, scope);
    return undefined;
  }
  const element = Object.hasOwn(elements, name) ? elements[name] : undefined;
  if (!isMap(element)) {
    unknown(
      source,
      Object.keys(elements).map((known) => `${section}.${known}`),
      `${section}.${name}`,
      at,
      scope,
    );
    return undefined;
  }
  if (isDisabled(element)) {
    scope.report(diagnose("reference-disabled", { at }, { source, element: `${section}.${name}` }));
    return undefined;
  }
  return element;
}

const isDisabled = (element: unknown): boolean => isMap(element) && element.enabled === false;

const scalarAt = (value: unknown, at: SpecPath, scope: Scope): unknown =>
  typeof value === "string" && value.includes("${") ? filledIn(expandString(value, at, scope), value) : value;

function unknown(source: string, known: readonly string[], name: string, at: SpecPath, scope: Scope): undefined {
  scope.report(diagnose("unknown-reference", { at }, { source, known, near: nearest(name, known) }));
  return undefined;
}
