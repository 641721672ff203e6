import { realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { type Compilation, folderOf } from "../compiler/compile.ts";
import { printSourceMap, sourceMap } from "../review/source-map.ts";
import type { CompiledSpec } from "./compile-spec.ts";
import type { OutputFile, OutputFiles } from "./output/output-file.ts";
import { STANDARD_INPUT } from "./read-spec.ts";

/** The name of the map from output lines to the spec. */
export const SOURCE_MAP = "specc.map.json";

/** What a compile hands to the writer. */
export interface Output {
  /** The environment's folder below the output root. */
  readonly folder: string;
  readonly files: OutputFiles;
  /** The rules that put a value into a file. */
  readonly rules: readonly string[];
}

/** The files of a spec without errors. The map is always that of all targets: with `--target` the others' files stay. */
export function outputOf({ spec, compilation, whole }: CompiledSpec): Output | undefined {
  if (compilation.environment === undefined) return undefined;
  const folder = folderOf(compilation.environment);
  const compiled = [...compilation.files].map(([path, { printed, target, executable }]) => {
    const file: OutputFile = { text: printed.text, target, executable };
    return [`${folder}/${path}`, file] as const;
  });
  const map = { text: mapText(spec, whole()), target: undefined, executable: false };
  return { folder, files: new Map([...compiled, [`${folder}/${SOURCE_MAP}`, map]]), rules: rulesOf(compilation) };
}

function mapText(spec: string, { environment, merged, files }: Compilation): string {
  if (environment === undefined || merged === undefined) throw new Error("a spec without errors has an environment");
  const base = spec === STANDARD_INPUT ? process.cwd() : dirname(realpathSync(spec));
  return printSourceMap(
    sourceMap(
      environment,
      merged,
      files,
      remembered((path) => fromFolder(base, path)),
    ),
  );
}

/** Every line of the output has a file that it comes from, and all of them are a few. */
function remembered(nameOf: (path: string) => string): (path: string) => string {
  const names = new Map<string, string>();
  return (path) => {
    const name = names.get(path) ?? nameOf(path);
    names.set(path, name);
    return name;
  };
}

/** From the folder of the spec, so that it does not matter where specc is run; values of the command line have no file. */
const fromFolder = (folder: string, path: string): string =>
  path === STANDARD_INPUT || path.startsWith("--") ? path : relative(folder, resolve(path)).split(sep).join("/");

function rulesOf({ files }: Compilation): readonly string[] {
  const origins = [...files.values()].flatMap(({ printed }) => printed.origins.flat());
  return [...new Set(origins.flatMap(({ rule }) => rule ?? []))].sort();
}
