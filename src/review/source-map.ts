import type { CompiledFile } from "../compiler/compile.ts";
import type { Environment } from "../compiler/environment/environment.ts";
import { plain } from "../compiler/spec/layer.ts";
import { type MergedSpec, originOf } from "../compiler/spec/merged-spec.ts";
import { showPath } from "../compiler/spec/reference.ts";
import type { Origin, Origins } from "../formats/origin.ts";

/** A place of the spec as `specc.map.json` keeps it: enough to explain an output line without the spec. */
export interface MappedOrigin {
  /** The spec path, for example `apps.web.port`. */
  readonly at: string;
  /** The named rule that applied there, when nobody wrote the value. */
  readonly rule?: string;
  /** From the folder of the spec, or `--var`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `specc.map.json`: for each line of each file the origins of what stands on it. */
export interface SourceMap {
  readonly specc: 1;
  readonly name: string;
  readonly environment: string;
  /** The spec with all its layers, so that a later one can be held against it. */
  readonly spec: unknown;
  readonly sources: { readonly [file: string]: { readonly [line: string]: string } };
  readonly origins: readonly MappedOrigin[];
  /** By path below the environment's folder; a line's entry holds indexes into `origins`. */
  readonly files: { readonly [path: string]: readonly (readonly number[])[] };
}

/** The map of one compilation; `showFile` names a spec's file from the spec's folder. */
export function sourceMap(
  environment: Environment,
  merged: MergedSpec,
  files: ReadonlyMap<string, CompiledFile>,
  showFile: (path: string) => string,
): SourceMap {
  const indexes = new Map<string, number>();
  const origins: Origin[] = [];
  const indexOf = (origin: Origin): number => {
    const key = `${origin.rule ?? ""}\u0000${origin.at.join("\u0000")}`;
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, origins.length);
    return origins.push(origin) - 1;
  };
  const lines = [...files].map(
    ([path, { printed }]) => [path, printed.origins.map((line) => indexed(line, indexOf))] as const,
  );
  const placed = origins.map((origin) => placedOrigin(origin, merged, showFile));
  return {
    specc: 1,
    name: environment.name.value,
    environment: environment.environment.value,
    spec: plain(merged.root),
    sources: quoted(placed.map(({ source }) => source)),
    origins: placed.map(({ mapped }) => mapped),
    files: Object.fromEntries(lines),
  };
}

const indexed = (line: Origins, indexOf: (origin: Origin) => number): readonly number[] => [
  ...new Set(line.map(indexOf)),
];

interface Placed {
  readonly mapped: MappedOrigin;
  readonly source: { readonly file: string; readonly line: number; readonly text: string };
}

function placedOrigin({ at, rule }: Origin, merged: MergedSpec, showFile: (path: string) => string): Placed {
  const { tree, path } = originOf(merged, at);
  const { line, column } = tree.file.positionAt(tree.spanOf(path).start);
  const file = showFile(tree.file.path);
  return {
    mapped: { at: showPath(at), ...(rule === undefined ? {} : { rule }), file, line, column },
    source: { file, line, text: tree.file.lineText(line) },
  };
}

/** The lines of the sources that origins stand on, in order. */
function quoted(sources: readonly Placed["source"][]): SourceMap["sources"] {
  const byFile = new Map<string, Map<number, string>>();
  for (const { file, line, text } of sources) {
    const lines = byFile.get(file) ?? new Map<number, string>();
    byFile.set(file, lines.set(line, text));
  }
  const sorted = [...byFile].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([file, lines]) => [file, Object.fromEntries(lines)]));
}

/** One origin and one file a line, so that a change of the spec shows as a small diff. */
export function printSourceMap(map: SourceMap): string {
  const { files, origins, ...head } = map;
  const entries = [
    ...Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`),
    `  "origins": [\n${origins.map((origin) => `    ${JSON.stringify(origin)}`).join(",\n")}\n  ]`,
    `  "files": {\n${Object.entries(files)
      .map(([path, lines]) => `    ${JSON.stringify(path)}: ${JSON.stringify(lines)}`)
      .join(",\n")}\n  }`,
  ];
  return `{\n${entries.join(",\n")}\n}\n`;
}

/** Reads what `printSourceMap` wrote; undefined for anything else. */
export function readSourceMap(text: string): SourceMap | undefined {
  try {
    const map = JSON.parse(text) as SourceMap;
    return map.specc === 1 && Array.isArray(map.origins) && typeof map.files === "object" ? map : undefined;
  } catch {
    return undefined;
  }
}
