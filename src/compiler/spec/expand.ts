import type { SpecPath } from "../../formats/origin.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Part } from "../environment/text.ts";
import { dereference } from "./dereference.ts";
import { type ExpandedSpec, keyOf } from "./expanded-spec.ts";
import { type Expansion, filledIn, type Scope } from "./expansion.ts";
import { isMap, plain } from "./layer.ts";
import { limits } from "./limits.ts";
import type { MergedSpec } from "./merged-spec.ts";
import { suggestion } from "./nearest.ts";
import { literalFindings, placementFindings } from "./placement.ts";
import { parseReferences, showPath, type WrittenPart } from "./reference.ts";
import { schemaAt } from "./schema.ts";
import { secretAttributeFindings } from "./secret-attributes.ts";

/** The state of one expansion: what strings came to, and those that are being read, outermost first. */
interface Expanding extends Scope {
  readonly expansions: Map<string, Expansion | undefined>;
  readonly open: string[];
}

export interface Expanded {
  readonly spec: ExpandedSpec;
  readonly diagnostics: readonly Diagnostic[];
}

/** Fills in every reference that is known when compiling, and reads the others into parts; a faulty one stays as written. */
export function expandSpec(merged: MergedSpec): Expanded {
  const diagnostics: Diagnostic[] = [];
  const scope: Expanding = {
    root: plain(merged.root) as Record<string, unknown>,
    environment: merged.environment.name,
    expansions: new Map(),
    open: [],
    report: (finding) => {
      diagnostics.push(finding);
    },
    stringAt: (value, at) => expandString(value, at, scope),
    suggest: (name, known) => suggestion(name, known, diagnostics.length < limits.findings),
  };
  const value = expandValue(scope.root, [], scope) as Record<string, unknown>;
  secretAttributeFindings(scope).forEach(scope.report);
  const found = diagnostics.slice(0, limits.findings);
  return { spec: { merged, value, parts: partsOf(scope) }, diagnostics: found };
}

const partsOf = ({ expansions }: Expanding): ReadonlyMap<string, readonly Part[]> =>
  new Map([...expansions].flatMap(([key, expansion]) => (expansion === undefined ? [] : [[key, expansion.parts]])));

function expandValue(value: unknown, at: SpecPath, scope: Expanding): unknown {
  if (typeof value === "string") return value.includes("${") ? expandWritten(value, at, scope) : value;
  if (Array.isArray(value)) return value.map((item, index) => expandValue(item, [...at, index], scope));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]) =>
    isNote(at, key) ? [key, item] : [key, expandValue(item, [...at, key], scope)],
  );
  return Object.fromEntries(entries);
}

/** `x-` keys are nobody's business in objects of fixed keys; in a map by name they are names. */
const isNote = (at: SpecPath, key: string): boolean =>
  key.startsWith("x-") && schemaAt(at)?.patternProperties !== undefined;

function expandWritten(written: string, at: SpecPath, scope: Expanding): unknown {
  const expansion = expandString(written, at, scope);
  if (expansion === undefined) return written;
  const value = filledIn(expansion, written);
  [...placementFindings(expansion, at), ...literalFindings(value, expansion, at)].forEach(scope.report);
  return value;
}

function expandString(value: string, at: SpecPath, scope: Expanding): Expansion | undefined {
  const key = keyOf(at);
  if (scope.expansions.has(key)) return scope.expansions.get(key);
  if (scope.open.includes(key))
    return refuse(
      scope,
      diagnose("reference-cycle", { at }, { path: showPath(at).replace(/^(vars\.[^.]+)\.default$/, "$1") }),
    );
  if (scope.open.length >= limits.references) return tooLarge(scope, at, `leads through ${limits.references} others`);
  const parsed = parseReferences(value);
  if ("malformed" in parsed)
    return refuse(scope, diagnose("reference-malformed", { at }, { source: parsed.malformed }));
  scope.open.push(key);
  const expansion = together(parsed, at, scope);
  scope.open.pop();
  scope.expansions.set(key, expansion);
  return expansion;
}

function together(written: readonly WrittenPart[], at: SpecPath, scope: Expanding): Expansion | undefined {
  const pieces = written.map((part) => expandPart(part, at, scope));
  if (pieces.some((piece) => piece === undefined)) return undefined;
  const parts = joined(pieces.flatMap((piece) => piece?.parts ?? []));
  if (lengthOf(parts) > limits.length) return tooLarge(scope, at, `is longer than ${limits.length} characters`);
  const whole = pieces.length === 1 ? pieces[0]?.whole : undefined;
  return { parts, ...(whole === undefined ? {} : { whole }) };
}

const expandPart = (part: WrittenPart, at: SpecPath, scope: Scope): Expansion | undefined =>
  typeof part === "string" ? { parts: [part] } : dereference({ path: part.reference, source: part.source, at }, scope);

function refuse(scope: Scope, finding: Diagnostic): undefined {
  scope.report(finding);
  return undefined;
}

const tooLarge = (scope: Scope, at: SpecPath, problem: string): undefined =>
  refuse(scope, diagnose("reference-limit", { at }, { problem }));

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

/** A reference counts as much as its value, or as a name. */
const lengthOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + (typeof part === "string" ? part.length : lengthOfReference(part)), 0);

const lengthOfReference = (part: Exclude<Part, string>): number =>
  (part.kind === "variable" ? part.value.length : 0) + 32;
