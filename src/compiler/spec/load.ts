import type { SpecPath } from "../../formats/origin.ts";
import { type Diagnostic, diagnose, hasErrors, type Part, type Place, type Result } from "../diagnostics/diagnostic.ts";
import { parseSource, type SourceTree } from "../source/parse.ts";
import { type SourceFile, sourceFile } from "../source/source-file.ts";
import { isMap, type Layered, type LayeredMap, layer, merge, plain, type Writer, withWrittenOutVars } from "./layer.ts";
import type { ChosenEnvironment, MergedSpec } from "./merged-spec.ts";
import { nearest } from "./nearest.ts";
import { variableLayer } from "./variable-layer.ts";

/** A file, or why it could not be had; the caller reads, so that the compiler touches nothing. */
export type ReadFile = (path: string, from: string | undefined) => SourceFile | { readonly problem: string };

/** What the person who compiles chooses. */
export interface Choice {
  readonly environment?: string;
  readonly variables?: ReadonlyMap<string, string>;
  readonly targets?: readonly string[];
  /** The day of the compilation, `YYYY-MM-DD`; only warnings about accepted risks depend on it. */
  readonly today?: string;
}

/** Keys that say how a spec is put together; an overlay may not change them. */
const layering = ["specc", "name", "extends", "environment", "environments"];

/** Reads a spec with all that it extends and lays the layers over each other. */
export function loadSpec(path: string, read: ReadFile, choice: Choice): Result<MergedSpec> {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Diagnostic): void => {
    diagnostics.push(finding);
  };
  const trees = sourcesOf(path, read, undefined, [], report);
  const root = trees.reduce<Layered | undefined>((base, tree) => merge(base, rootLayer(tree), report), undefined);
  if (root === undefined || root.kind !== "map" || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const environment = chooseEnvironment(root, choice);
  const overlaid = overlay(root, environment, report);
  const result = withVariables(overlaid, choice, report);
  const files = trees.map(({ file }) => file);
  return { value: hasErrors(diagnostics) ? undefined : { root: result, environment, files }, diagnostics };
}

const rootLayer = (tree: SourceTree): Layered => {
  const root = layer(tree, tree.value, []);
  return root.kind === "map" ? withWrittenOutVars(root) : root;
};

/** The files in the order in which they are laid: what a file extends comes before it. */
function sourcesOf(
  path: string,
  read: ReadFile,
  from: { readonly tree: SourceTree; readonly at: SpecPath } | undefined,
  ancestors: readonly string[],
  report: (finding: Diagnostic) => void,
): readonly SourceTree[] {
  const place = from && { span: from.tree.spanOf(from.at) };
  const file = read(path, from?.tree.file.path);
  if ("problem" in file) {
    report(
      diagnose("file-unreadable", place ?? { span: { file: path, start: 0, end: 0 } }, { path, problem: file.problem }),
    );
    return [];
  }
  if (place !== undefined && ancestors.includes(file.path)) {
    report(diagnose("extends-cycle", place, { files: [...ancestors, file.path] }));
    return [];
  }
  const { value: tree, diagnostics } = parseSource(file);
  diagnostics.forEach(report);
  if (tree === undefined) return [];
  const bases = extendsOf(tree).flatMap((base, index) =>
    sourcesOf(base, read, { tree, at: ["extends", index] }, [...ancestors, file.path], report),
  );
  return [...bases, tree];
}

const extendsOf = ({ value }: SourceTree): readonly string[] => {
  const list = isMap(value) ? value.extends : undefined;
  return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
};

function chooseEnvironment(root: LayeredMap, choice: Choice): ChosenEnvironment {
  if (choice.environment !== undefined) return { name: choice.environment, at: undefined };
  const written = root.entries.get("environment");
  return written?.kind === "value" && typeof written.value === "string"
    ? { name: written.value, at: ["environment"] }
    : { name: "dev", at: undefined };
}

function overlay(root: LayeredMap, { name, at }: ChosenEnvironment, report: (finding: Diagnostic) => void): LayeredMap {
  const environments = root.entries.get("environments");
  const base = without(root, layering.slice(2));
  if (environments?.kind !== "map") return base;
  const chosen = environments.entries.get(name);
  if (chosen === undefined) {
    const known = [...environments.entries.keys()];
    const written = at === undefined ? environments : (root.entries.get("environment") ?? environments);
    report(diagnose("unknown-environment", placeOf(written, "value"), { name, known, near: nearest(name, known) }));
    return base;
  }
  if (chosen.kind !== "map") {
    report(diagnose("wrong-type", placeOf(chosen, "value"), { found: "a plain value", expected: "a map" }));
    return base;
  }
  refuseLayering(chosen, report);
  return merge(base, withWrittenOutVars(without(chosen, layering)), report) as LayeredMap;
}

function refuseLayering(overlaid: LayeredMap, report: (finding: Diagnostic) => void): void {
  for (const key of layering) {
    const written = overlaid.entries.get(key);
    if (written !== undefined) report(diagnose("not-in-overlay", placeOf(written, "key"), { key }));
  }
}

const placeOf = ({ writers }: Layered, part: Part): Place => {
  const { tree, path } = writers.at(-1) as Writer;
  return { span: tree.spanOf(path, part) };
};

const without = (map: LayeredMap, keys: readonly string[]): LayeredMap => ({
  ...map,
  entries: new Map([...map.entries].filter(([key]) => !keys.includes(key))),
});

function withVariables(root: LayeredMap, choice: Choice, report: (finding: Diagnostic) => void): LayeredMap {
  const declared = root.entries.get("vars");
  const known = declared?.kind === "map" ? (plain(declared) as Record<string, unknown>) : {};
  return [...(choice.variables ?? [])].reduce<LayeredMap>((base, [name, value]) => {
    const file = sourceFile("--var", `${name}=${value}`);
    const result = variableLayer(file, name, value, known);
    result.diagnostics.forEach(report);
    return result.value === undefined ? base : (merge(base, result.value, report) as LayeredMap);
  }, root);
}
