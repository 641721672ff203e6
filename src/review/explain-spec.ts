import type { Compilation } from "../compiler/compile.ts";
import { type RuleId, rules } from "../compiler/rules.ts";
import { isMap, type Layered, plain, type Writer } from "../compiler/spec/layer.ts";
import { showPath } from "../compiler/spec/reference.ts";
import type { SpecPath } from "../formats/origin.ts";
import { type ImpliedValue, impliedValues } from "./model-values.ts";

/** One value of the merged spec, with everybody who wrote it, or the rule that put it there. */
export interface ExplainedValue {
  readonly at: string;
  readonly value: unknown;
  readonly writers: readonly { readonly file: string; readonly line: number; readonly column: number }[];
  readonly rule?: { readonly id: string; readonly about: string };
}

/** Every scalar and list at and below a path: those written, then those that rules imply. Empty when there is nothing. */
export function explainSpec(
  { merged, environment }: Compilation,
  path: SpecPath,
  showFile: (path: string) => string,
): readonly ExplainedValue[] {
  const node = merged && descend(merged.root, path);
  const written = node === undefined ? [] : leaves(node, path, showFile);
  const implied = (environment === undefined ? [] : impliedValues(environment)).filter(({ at }) => isBelow(at, path));
  const known = new Set(written.map(({ at }) => at));
  return [...written, ...implied.map(explained).filter(({ at }) => !known.has(at))].sort((a, b) =>
    a.at < b.at ? -1 : 1,
  );
}

function descend(root: Layered, path: SpecPath): Layered | undefined {
  return path.reduce<Layered | undefined>((node, key) => {
    if (node?.kind === "map") return node.entries.get(String(key));
    const item = node === undefined ? undefined : itemOf(node.value, key);
    return node === undefined || item === undefined
      ? undefined
      : { kind: "value", value: item, writers: node.writers.map(below(key)) };
  }, root);
}

const itemOf = (value: unknown, key: string | number): unknown =>
  Array.isArray(value) ? value[Number(key)] : isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;

const below =
  (key: string | number) =>
  ({ tree, path }: Writer): Writer => ({ tree, path: [...path, key] });

function leaves(node: Layered, at: SpecPath, showFile: (path: string) => string): readonly ExplainedValue[] {
  if (node.kind === "map" && node.entries.size > 0)
    return [...node.entries].flatMap(([key, child]) => leaves(child, [...at, key], showFile));
  const writers = node.writers.map(({ tree, path }) => {
    const { line, column } = tree.file.positionAt(tree.spanOf(path).start);
    return { file: showFile(tree.file.path), line, column };
  });
  return [{ at: showPath(at), value: plain(node), writers }];
}

const isBelow = (path: SpecPath, ancestor: SpecPath): boolean =>
  ancestor.every((key, index) => String(path[index]) === String(key));

const explained = ({ at, rule, value }: ImpliedValue): ExplainedValue => ({
  at: showPath(at),
  value,
  writers: [],
  rule: { id: rule, about: rules[rule as RuleId] ?? "" },
});

/** As people read it: the value, and below it where it comes from; the last writer is the one that holds. */
export const showSpec = (values: readonly ExplainedValue[]): readonly string[] =>
  values.flatMap(({ at, value, writers, rule }) => [
    `${at}: ${JSON.stringify(value)}`,
    ...writers
      .toReversed()
      .map(({ file, line, column }, index) => `  ${index === 0 ? "" : "over "}${file}:${line}:${column}`),
    ...(rule === undefined ? [] : [`  rule ${rule.id}: ${rule.about}`]),
  ]);
