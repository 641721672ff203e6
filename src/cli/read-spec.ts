import { realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Diagnostic, diagnose } from "../compiler/diagnostics/diagnostic.ts";
import { decodeUtf8 } from "../compiler/source/decode.ts";
import { LIMITS } from "../compiler/source/limits.ts";
import { type SourceFile, sourceFile } from "../compiler/source/source-file.ts";
import type { ReadFile } from "../compiler/spec/load.ts";
import { isInside, projectRoot, shownPath } from "./project-root.ts";
import { readBytes, unlessRefused } from "./read-bytes.ts";

/** The name of a spec that comes on the standard input. */
export const STANDARD_INPUT = "-";

/** Reads a spec and what it extends, and nothing else: the only door between a spec and the disk. */
export interface SpecReader {
  readonly read: ReadFile;
  /** Every file that was read, by the name that diagnostics know, the spec first. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Why the spec itself is no text. */
  refusal(): Diagnostic | undefined;
}

interface Problem {
  readonly problem: string;
}

interface Refusal {
  readonly refusal: Diagnostic;
}

export function specReader(spec: string, standardInput: Uint8Array | undefined): SpecReader {
  const files = new Map<string, SourceFile>();
  let refusal: Diagnostic | undefined;
  const read: ReadFile = (path, from) => {
    const reading = from === undefined ? readSpec(path, standardInput) : readBase(path, from, spec);
    if ("problem" in reading) return reading;
    if ("refusal" in reading) {
      if (from === undefined) refusal = reading.refusal;
      return { problem: reading.refusal.message };
    }
    files.set(reading.path, reading);
    return reading;
  };
  return { read, files, refusal: () => refusal };
}

function readSpec(path: string, standardInput: Uint8Array | undefined): SourceFile | Problem | Refusal {
  if (path === STANDARD_INPUT) return decoded(path, standardInput ?? new Uint8Array());
  const real = unlessRefused(() => realpathSync(path));
  return typeof real === "string" ? readReal(real) : real;
}

/** What a spec extends must be inside its project by its name and, when links are followed, by its place. */
function readBase(path: string, from: string, spec: string): SourceFile | Problem | Refusal {
  const root = rootOf(spec);
  const named = resolve(dirname(resolve(from)), path);
  if (!isInside(root, named)) return { problem: OUTSIDE };
  const real = unlessRefused(() => realpathSync(named));
  if (typeof real !== "string") return real;
  return isInside(root, real) ? readReal(real) : { problem: OUTSIDE };
}

const OUTSIDE = "it lies outside the project";

const rootOf = (spec: string): string =>
  projectRoot(spec === STANDARD_INPUT ? process.cwd() : dirname(realpathSync(spec)));

function readReal(path: string): SourceFile | Problem | Refusal {
  const found = readBytes(path, LIMITS.fileLength);
  if ("problem" in found) return found;
  return "tooLarge" in found ? tooLarge(shownPath(path)) : decoded(shownPath(path), found.bytes);
}

const tooLarge = (file: string): Refusal => ({
  refusal: diagnose("file-too-large", { span: { file, start: 0, end: 0 } }, { limit: LIMITS.fileLength }),
});

function decoded(path: string, bytes: Uint8Array): SourceFile | Refusal {
  const { value, diagnostics } = decodeUtf8(path, bytes);
  return value === undefined ? { refusal: diagnostics[0] as Diagnostic } : sourceFile(path, value);
}
