import type { SpecPath } from "../../formats/origin.ts";
import { type Diagnostic, diagnose, hasErrors, type Result } from "../diagnostics/diagnostic.ts";
import { parseSource, type SourceTree } from "../source/parse.ts";
import { type SourceFile, sourceFile } from "../source/source-file.ts";
import { isMap, type Layered, type LayeredMap, layer, merge, placeOf, plain, withWrittenOutVars } from "./layer.ts";
import { layeringFindings } from "./layering.ts";
import type { ChosenEnvironment, MergedSpec } from "./merged-spec.ts";
import { nearest } from "./nearest.ts";
import { kindOf } from "./schema-wording.ts";
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
  const trees = sourcesOf(path, read, undefined, { ancestors: [], done: new Set() }, report);
  const layers = trees.map(rootLayer);
  const root = layers
    .map(withoutOverlays)
    .reduce<Layered | undefined>((base, over) => merge(base, over, report), undefined);
  if (root === undefined || root.kind !== "map" || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const overlays = layers.flatMap((each) => (each.kind === "map" ? (each.entries.get("environments") ?? []) : []));
  layeringFindings(root, overlays, choice.environment).forEach(report);
  const environment = chooseEnvironment(root, choice);
  const files = trees.map(({ file }) => file);
  const environments = overlays.length === 0 ? undefined : namesOf(overlays);
  const common = { environments, files };
  const result = withVariables(overlaid(root, overlays, environment, report), choice, report);
  const others = (environments ?? [])
    .filter((name) => name !== environment.name)
    .flatMap((name) => otherEnvironment(root, overlays, name).map((other) => ({ ...other, ...common, others: [] })));
  return {
    value: hasErrors(diagnostics) ? undefined : { root: result, environment, others, ...common },
    diagnostics,
  };
}

const overlaid = (
  root: LayeredMap,
  overlays: readonly Layered[],
  environment: ChosenEnvironment,
  report: (finding: Diagnostic) => void,
): LayeredMap =>
  chosenOverlays(root, overlays, environment, report).reduce(
    (below, over) => merge(below, over, report) as LayeredMap,
    without(root, ["extends", "environment"]),
  );

/** The spec in an environment that is not compiled; what is wrong there is reported when it is. */
function otherEnvironment(
  root: LayeredMap,
  overlays: readonly Layered[],
  name: string,
): readonly Pick<MergedSpec, "root" | "environment">[] {
  const findings: Diagnostic[] = [];
  const environment = { name, at: undefined };
  const merged = overlaid(root, overlays, environment, (finding) => findings.push(finding));
  return hasErrors(findings) ? [] : [{ root: merged, environment }];
}

const namesOf = (overlays: readonly Layered[]): readonly string[] => [
  ...new Set(overlays.flatMap((each) => (each.kind === "map" ? [...each.entries.keys()] : []))),
];

const rootLayer = (tree: SourceTree): Layered => {
  const root = layer(tree, tree.value, []);
  return root.kind === "map" ? withWrittenOutVars(root) : root;
};

/** Overlays are laid last, so that what they delete may stand in any file. */
const withoutOverlays = (root: Layered): Layered => (root.kind === "map" ? without(root, ["environments"]) : root);

/** The files on the way to this one, and those that have their layer already. */
interface Way {
  readonly ancestors: readonly string[];
  readonly done: Set<string>;
}

/** The files in the order in which they are laid: what a file extends comes before it, and each is laid once. */
function sourcesOf(
  path: string,
  read: ReadFile,
  from: { readonly tree: SourceTree; readonly at: SpecPath } | undefined,
  { ancestors, done }: Way,
  report: (finding: Diagnostic) => void,
): readonly SourceTree[] {
  const place = from && { span: from.tree.spanOf(from.at) };
  const file = read(path, from?.tree.file.path);
  if ("problem" in file) {
    const start = { span: { file: path, start: 0, end: 0 } };
    report(diagnose("file-unreadable", place ?? start, { path, problem: file.problem }));
    return [];
  }
  if (place !== undefined && ancestors.includes(file.path)) {
    report(diagnose("extends-cycle", place, { files: [...ancestors, file.path] }));
    return [];
  }
  if (done.has(file.path)) return [];
  done.add(file.path);
  const { value: tree, diagnostics } = parseSource(file);
  diagnostics.forEach(report);
  if (tree === undefined) return [];
  const way = { ancestors: [...ancestors, file.path], done };
  const bases = extendsOf(tree, report).flatMap((base, index) =>
    sourcesOf(base, read, { tree, at: ["extends", index] }, way, report),
  );
  return [...bases, tree];
}

function extendsOf({ value, spanOf }: SourceTree, report: (finding: Diagnostic) => void): readonly string[] {
  const list = isMap(value) ? value.extends : undefined;
  if (list === undefined) return [];
  if (Array.isArray(list) && list.every((item) => typeof item === "string")) return list;
  const help = typeof list === "string" ? `write \`[${list}]\`` : undefined;
  const params = { found: kindOf(list), expected: "a list of files", help };
  report(diagnose("wrong-type", { span: spanOf(["extends"]) }, params));
  return [];
}

function chooseEnvironment(root: LayeredMap, choice: Choice): ChosenEnvironment {
  if (choice.environment !== undefined) return { name: choice.environment, at: undefined };
  const written = root.entries.get("environment");
  return written?.kind === "value" && typeof written.value === "string"
    ? { name: written.value, at: ["environment"] }
    : { name: "dev", at: undefined };
}

/** What each file says about the environment. */
function chosenOverlays(
  root: LayeredMap,
  environments: readonly Layered[],
  { name, at }: ChosenEnvironment,
  report: (finding: Diagnostic) => void,
): readonly LayeredMap[] {
  const maps = environments.flatMap((each) => (each.kind === "map" ? [each] : []));
  const chosen = maps.flatMap(({ entries }) => entries.get(name) ?? []);
  const last = maps.at(-1);
  if (chosen.length === 0 && last !== undefined) {
    const known = [...new Set(maps.flatMap(({ entries }) => [...entries.keys()]))];
    const place = at === undefined ? placeOf(last, "key") : placeOf(root.entries.get("environment") ?? last, "value");
    report(diagnose("unknown-environment", place, { name, known, near: nearest(name, known) }));
  }
  return chosen.flatMap((overlay) => {
    if (overlay.kind !== "map") return [];
    refuseLayering(overlay, report);
    return [withWrittenOutVars(without(overlay, layering))];
  });
}

function refuseLayering(overlaid: LayeredMap, report: (finding: Diagnostic) => void): void {
  for (const key of layering) {
    const written = overlaid.entries.get(key);
    if (written !== undefined) report(diagnose("not-in-overlay", placeOf(written, "key"), { key }));
  }
}

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
