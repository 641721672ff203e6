import { createHash } from "node:crypto";
import { problemInEnvironment } from "./paths.ts";

/** What specc wrote into one file, and for which target. */
export interface ManifestEntry {
  readonly sha256: string;
  readonly target: string | undefined;
}

/** The files of an environment by path below its folder, and the rules that put defaults into them. */
export interface Manifest {
  readonly files: ReadonlyMap<string, ManifestEntry>;
  readonly rules: readonly string[];
}

export type ManifestReading = { readonly manifest: Manifest } | { readonly problem: string };

const VERSION = 1;
const SHA256 = /^[0-9a-f]{64}$/;

export const EMPTY_MANIFEST: Manifest = { files: new Map(), rules: [] };

export const sha256 = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** One text for one manifest: paths and rules in the order of their code units, whatever the locale. */
export function printManifest({ files, rules }: Manifest): string {
  const entries = [...files.keys()].sort().map((path) => [path, printEntry(files.get(path))]);
  const document = { specc: VERSION, files: Object.fromEntries(entries), rules: [...new Set(rules)].sort() };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const printEntry = (entry: ManifestEntry | undefined) => ({ sha256: entry?.sha256, target: entry?.target });

/**
 * Takes nothing on trust: the file is committed, so it may come out of a merge or from somebody else, and its paths
 * decide what specc deletes.
 */
export function readManifest(text: string): ManifestReading {
  const document = parse(text);
  if (!isRecord(document)) return { problem: "it is not a JSON object" };
  if (document.specc !== VERSION) return { problem: `its \`specc\` is not ${VERSION}` };
  if (!isRecord(document.files)) return { problem: "it has no `files`" };
  if (!isListOfNames(document.rules)) return { problem: "its `rules` are not a list of names" };
  const files = Object.entries(document.files);
  const wrong = files.find(([path, entry]) => problemInEnvironment(path) !== undefined || !isEntry(entry));
  if (wrong !== undefined) return { problem: `its entry ${JSON.stringify(wrong[0])} is not one that specc writes` };
  return { manifest: { files: new Map(files.flatMap(readEntry)), rules: document.rules } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isListOfNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

const isEntry = (value: unknown): value is ManifestEntry =>
  isRecord(value) &&
  typeof value.sha256 === "string" &&
  SHA256.test(value.sha256) &&
  (value.target === undefined || typeof value.target === "string");

const readEntry = ([path, entry]: [string, unknown]): readonly [string, ManifestEntry][] =>
  isEntry(entry) ? [[path, { sha256: entry.sha256, target: entry.target }]] : [];
