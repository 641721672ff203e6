import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Compilation, compile, compileMerged, folderOf } from "../../compiler/compile.ts";
import { type LocatedDiagnostic, locateDiagnostics } from "../../compiler/diagnostics/render/located.ts";
import { LIMITS } from "../../compiler/source/limits.ts";
import type { SourceFile } from "../../compiler/source/source-file.ts";
import type { Choice, ReadFile } from "../../compiler/spec/load.ts";
import { emitters } from "../../emitters/index.ts";
import { recordedSide } from "../../review/diff/recorded-side.ts";
import type { CompileAgain, Side } from "../../review/diff/review.ts";
import { SOURCE_MAP } from "../output-files.ts";
import { readBytes } from "../read-bytes.ts";
import { readMap } from "../read-map.ts";
import { specReader } from "../read-spec.ts";
import { revisionReader } from "./revision-reader.ts";

/** A compiled side of a review. */
export interface CompiledSide {
  readonly side: Side & Pick<Compilation, "environment">;
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly again: CompileAgain;
}

/** What a base is: the output below a folder, another spec, or the spec as a revision of git has it. */
export type Base = "output" | "spec" | "revision";

export function baseOf(word: string): Base {
  if (!existsSync(word)) return "revision";
  return statSync(word).isDirectory() ? "output" : "spec";
}

/** The spec as it is on disk. */
export function diskSide(spec: string, choice: Choice): CompiledSide {
  const reader = specReader(spec, undefined);
  return compiledSide(spec, reader.read, reader.files, choice);
}

/** The spec as a revision has it; undefined when git knows no such revision. */
export function revisionSide(spec: string, revision: string, choice: Choice): CompiledSide | undefined {
  const read = revisionReader(revision, dirname(resolve(spec)));
  if (read === undefined) return undefined;
  const files = new Map<string, SourceFile>();
  const remembering: ReadFile = (path, from) => {
    const file = read(path, from);
    if ("text" in file) files.set(file.path, file);
    return file;
  };
  return compiledSide(spec, remembering, files, choice);
}

/** What lies below an output folder; undefined where specc has written none of this environment. */
export function outputSide(out: string, { side: { environment } }: CompiledSide): Side | undefined {
  if (environment === undefined) return undefined;
  const folder = join(out, folderOf(environment));
  const map = readMap(join(folder, SOURCE_MAP));
  if (map?.spec === undefined) return undefined;
  const texts = Object.keys(map.files).flatMap((path) => {
    const found = readBytes(join(folder, path), LIMITS.fileLength);
    return "bytes" in found ? [[path, new TextDecoder().decode(found.bytes)] as const] : [];
  });
  return recordedSide(map, new Map(texts));
}

function compiledSide(
  spec: string,
  read: ReadFile,
  files: ReadonlyMap<string, SourceFile>,
  choice: Choice,
): CompiledSide {
  const side = compile(spec, read, choice, emitters);
  const { merged } = side;
  return {
    side,
    diagnostics: locateDiagnostics(side.diagnostics, { merged, files }),
    again: (root) =>
      merged === undefined
        ? new Map()
        : compileMerged({ value: { ...merged, root, others: [] }, diagnostics: [] }, choice, emitters).files,
  };
}
