import { type RuleId, rules } from "../compiler/rules.ts";
import type { MappedOrigin, SourceMap } from "./source-map.ts";

/** Why a line of an output is there: the places of the spec that say so, and the rules that apply. */
export interface LineExplanation {
  readonly path: string;
  readonly line: number;
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly at: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The line of the spec. */
  readonly source: string;
  readonly rule?: { readonly id: string; readonly about: string };
}

/** Undefined when the map has no such file or the file no such line. */
export function explainLine(map: SourceMap, path: string, line: number): LineExplanation | undefined {
  const indexes = Object.hasOwn(map.files, path) ? map.files[path]?.[line - 1] : undefined;
  if (indexes === undefined) return undefined;
  const reasons = indexes.flatMap((index) => {
    const origin = map.origins[index];
    return origin === undefined ? [] : [reasonOf(origin, map)];
  });
  return { path, line, reasons };
}

function reasonOf({ at, file, line, column, rule }: MappedOrigin, map: SourceMap): Reason {
  const source = map.sources[file]?.[line] ?? "";
  const known = rule === undefined ? undefined : { id: rule, about: rules[rule as RuleId] ?? "" };
  return { at, file, line, column, source, ...(known === undefined ? {} : { rule: known }) };
}

/** As people read it. */
export function showLine({ reasons }: LineExplanation): readonly string[] {
  if (reasons.length === 0) return ["nothing of the spec: the line is part of the file's frame"];
  return reasons.flatMap(({ at, file, line, column, source, rule }) => [
    `${file}:${line}:${column} (${at})`,
    `  | ${source.trim()}`,
    ...(rule === undefined ? [] : [`  rule ${rule.id}: ${rule.about}`]),
  ]);
}
