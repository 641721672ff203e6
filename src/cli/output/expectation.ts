import { type Manifest, type ManifestEntry, sha256 } from "./manifest.ts";
import type { OutputFile, OutputFiles } from "./output-file.ts";
import { pathBelow } from "./paths.ts";

/** A compiled file by its path below the environment's folder, with the hash that it will have on disk. */
export interface ExpectedFile extends OutputFile {
  readonly sha256: string;
}

export interface Choice {
  /** The targets that were compiled; undefined means all, so whatever is not among the files has to go. */
  readonly targets: readonly string[] | undefined;
  /** The rules that put defaults into the files. */
  readonly rules: readonly string[];
}

/** What a compile wants the environment's folder to hold. */
export interface Expectation extends Choice {
  readonly files: ReadonlyMap<string, ExpectedFile>;
}

/** Takes paths that have been judged: all of them are below the folder. */
export function expectationOf(folder: string, files: OutputFiles, { targets, rules }: Choice): Expectation {
  const below = [...files].flatMap(([path, file]) => {
    const name = pathBelow(folder, path);
    return name === undefined ? [] : [[name, expected(file)] as const];
  });
  return { files: new Map(below), targets, rules };
}

const expected = (file: OutputFile): ExpectedFile => ({ ...file, sha256: sha256(file.text) });

/** Whether this compile says nothing about an earlier file, because its target was not chosen. */
export const isKept = ({ files, targets }: Expectation, path: string, entry: ManifestEntry): boolean =>
  !files.has(path) && targets !== undefined && !(entry.target !== undefined && targets.includes(entry.target));

/** The manifest that is true when the compile is done. */
export function manifestAfter(expectation: Expectation, previous: Manifest): Manifest {
  const kept = [...previous.files].filter(([path, entry]) => isKept(expectation, path, entry));
  const rules = expectation.targets === undefined ? [] : previous.rules;
  return { files: new Map([...kept, ...expectation.files]), rules: [...rules, ...expectation.rules] };
}
