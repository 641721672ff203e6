import { type SourceFile, sourceFile } from "../../compiler/source/source-file.ts";
import type { SourceTree } from "../../compiler/source/parse.ts";
import { layer } from "../../compiler/spec/layer.ts";
import { showPath } from "../../compiler/spec/reference.ts";
import type { Origins, SpecPath } from "../../formats/origin.ts";
import type { MappedOrigin, SourceMap } from "../source-map.ts";
import type { Side } from "./review.ts";

/** What was compiled before, from what the map of it keeps and the files as they are now. */
export function recordedSide(map: SourceMap, texts: ReadonlyMap<string, string>): Side {
  const tree = recordedTree(map);
  const origins = map.origins.map(({ at, rule }) => ({ at: readPath(at), ...(rule === undefined ? {} : { rule }) }));
  const originsOf = (path: string): readonly Origins[] =>
    (map.files[path] ?? []).map((line) => line.flatMap((index) => origins[index] ?? []));
  return {
    merged: {
      root: layer(tree, map.spec, []),
      environment: { name: map.environment, at: undefined },
      environments: undefined,
      others: [],
      files: [tree.file],
    },
    files: new Map(
      [...texts].map(([path, text]) => [
        path,
        { printed: { text, origins: originsOf(path) }, target: path.split("/")[0] ?? "", executable: false },
      ]),
    ),
  };
}

/** A path as `showPath` wrote it. */
const readPath = (shown: string): SpecPath =>
  [...shown.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key = ""]) =>
    index === undefined ? key : Number(index),
  );

/** The map keeps the lines of the sources that something came of; the others are blank. */
function recordedTree({ spec, sources, origins }: SourceMap): SourceTree {
  const places = new Map(origins.map((origin) => [origin.at, origin]));
  const first = Object.keys(sources)[0] ?? "";
  const files = new Map(Object.entries(sources).map(([file, lines]) => [file, recordedFile(file, lines)]));
  const placeOf = (path: SpecPath): MappedOrigin | undefined => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const place = places.get(showPath(path.slice(0, depth)));
      if (place !== undefined) return place;
    }
    return undefined;
  };
  const file = files.get(first) ?? sourceFile(first, "");
  const spanOf: SourceTree["spanOf"] = (path) => {
    const place = placeOf(path);
    const start = place === undefined || place.file !== first ? 0 : offsetOf(file, place.line);
    return { file: first, start, end: start };
  };
  return { file, value: spec, spanOf, textOf: () => "", styleOf: () => undefined };
}

function recordedFile(file: string, lines: Readonly<Record<string, string>>): SourceFile {
  const last = Math.max(0, ...Object.keys(lines).map(Number));
  return sourceFile(file, Array.from({ length: last }, (_, index) => lines[index + 1] ?? "").join("\n"));
}

const offsetOf = ({ text }: SourceFile, line: number): number =>
  text
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, each) => sum + each.length + 1, 0);
