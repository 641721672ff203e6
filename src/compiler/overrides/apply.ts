import type { Document } from "../../formats/document.ts";
import type { Expression } from "../../formats/hcl/tree.ts";
import type { JsonNode } from "../../formats/json/tree.ts";
import { traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { type Diagnostic, diagnose, type Result } from "../diagnostics/diagnostic.ts";
import type { Artifact } from "../emitter.ts";
import type { Override } from "../environment/policy.ts";
import { from } from "../rules.ts";
import { type Found, valueAt, withValue } from "./data.ts";
import { expressionAt, expressionOf, withExpression } from "./hcl.ts";
import { equal, plain } from "./plain.ts";

/** An artifact with the target that it belongs to, and its path below the environment's folder. */
export interface Emitted {
  readonly target: string;
  readonly path: string;
  readonly artifact: Artifact;
}

/** Lays overrides on the documents, each at its pointer. */
export function applyOverrides(
  emitted: readonly Emitted[],
  overrides: readonly Override[],
): Result<readonly Emitted[]> {
  const diagnostics: Diagnostic[] = [];
  const value = overrides.reduce(
    (all, override) => applied(all, override, (finding) => diagnostics.push(finding)),
    emitted,
  );
  return { value, diagnostics };
}

function applied(
  emitted: readonly Emitted[],
  override: Override,
  report: (finding: Diagnostic) => void,
): readonly Emitted[] {
  const index = emitted.findIndex(({ path }) => path === override.file);
  const entry = emitted[index];
  if (entry === undefined) {
    report(diagnose("override-without-file", { at: override.at.slice(0, 2), part: "key" }, { file: override.file }));
    return emitted;
  }
  const document = overridden(entry.artifact.document, override, report);
  return emitted.with(index, { ...entry, artifact: { ...entry.artifact, document } });
}

function overridden(document: Document, override: Override, report: (finding: Diagnostic) => void): Document {
  const found = lookUp(document, override.pointer);
  const fault = faultOf(found, override);
  if (fault !== undefined) {
    report(fault);
    return document;
  }
  const value = override.set === null ? undefined : override.set;
  return replaced(document, override, value);
}

function lookUp(document: Document, pointer: readonly string[]): Found {
  switch (document.format) {
    case "hcl":
      return expressionAt(document, pointer);
    case "json":
      return valueAt(document.root, pointer);
    case "yaml":
      return valueAt(document.documents[0], pointer);
    default:
      return { missing: pointer[0] ?? "" };
  }
}

function faultOf(found: Found, { at, expect, set }: Override): Diagnostic | undefined {
  if ("missing" in found) return diagnose("override-without-place", { at, part: "key" }, { key: found.missing });
  const value = plain(found.value);
  if (!equal(value, expect))
    return diagnose("override-mismatch", { at, part: "value" }, { expected: shown(expect), found: shown(value) });
  if (equal(value, set === null ? undefined : set))
    return diagnose("override-without-effect", { at, part: "value" }, {});
  return undefined;
}

const shown = (value: unknown): string => (value === undefined ? "nothing" : `\`${JSON.stringify(value)}\``);

function replaced(document: Document, { at, pointer }: Override, value: unknown): Document {
  const origin = from(at);
  switch (document.format) {
    case "hcl":
      return withExpression(
        document,
        pointer,
        value === undefined ? undefined : (traced(expressionOf(value), origin) as Expression),
      );
    case "json":
      return {
        ...document,
        root: withValue(document.root, pointer, value === undefined ? undefined : traced(value, origin)) as JsonNode,
      };
    case "yaml": {
      const [first, ...rest] = document.documents;
      const root = withValue(first, pointer, value === undefined ? undefined : traced(value, origin)) as YamlNode;
      return { ...document, documents: [root, ...rest] };
    }
    default:
      return document;
  }
}
