import { type OutputFailure, unsafePath } from "./failure.ts";
import { JOURNAL, MANIFEST } from "./names.ts";

// The letters leave nothing to Unicode: two spellings of one name (NFC and NFD) cannot both be written with them.
// `@` is there for systemd's templates (`web@.service`).
const LETTERS = /^[A-Za-z0-9._@-]+$/;
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
const OWNED_BY_TOOLS = /^(\.git|\.specc.*)$/i;
const LONGEST_NAME = 255;

const RULES: readonly (readonly [broken: (component: string) => boolean, fact: string])[] = [
  [(name) => name === "", "is not a path below the output"],
  [(name) => name === "." || name === "..", "leaves the output"],
  [(name) => !LETTERS.test(name), "has a name with other characters than letters, digits, `.`, `_`, `@` and `-`"],
  [(name) => name.startsWith("-"), "has a name that tools would read as an option"],
  [(name) => name.endsWith("."), "has a name that ends with a full stop, which Windows drops"],
  [(name) => name.length > LONGEST_NAME, `has a name of more than ${LONGEST_NAME} characters`],
  [(name) => WINDOWS_DEVICE.test(name), "has a name that is a device on Windows"],
  [(name) => OWNED_BY_TOOLS.test(name), "has a name that belongs to git or to specc itself"],
];

/** What is wrong with one path, judged without a look at the disk. */
export function pathProblem(path: string): string | undefined {
  const components = path.split("/");
  return RULES.find(([broken]) => components.some(broken))?.[1];
}

/** The same for a path below an environment's folder, where the manifests have their place. */
export function problemInEnvironment(path: string): string | undefined {
  return [MANIFEST, JOURNAL].includes(folded(path.split("/")[0] ?? ""))
    ? "has the name of specc's own manifest"
    : pathProblem(path);
}

/** Refuses a tree that leaves its folder, or that some file system could not hold as it is. */
export function unsafePaths(folder: string, paths: readonly string[]): readonly OutputFailure[] {
  const inFolder = pathProblem(folder);
  if (inFolder !== undefined) return [unsafePath(folder, inFolder)];
  const unsafe = paths.flatMap((path) => problemOf(folder, path) ?? []);
  return unsafe.length > 0 ? unsafe : collisions(paths);
}

function problemOf(folder: string, path: string): OutputFailure | undefined {
  const below = pathBelow(folder, path);
  const problem = below === undefined ? `is not below \`${folder}\`` : problemInEnvironment(below);
  return problem === undefined ? undefined : unsafePath(path, problem);
}

export const pathBelow = (folder: string, path: string): string | undefined =>
  path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;

/** Paths that a file system without upper case takes for one, and files that are also folders. */
function collisions(paths: readonly string[]): readonly OutputFailure[] {
  const taken = new Map<string, string>();
  const found: OutputFailure[] = [];
  for (const path of [...paths].sort()) {
    const other = firstOther(taken, path);
    if (other !== undefined) found.push(unsafePath(path, `cannot stand beside \`${other}\``));
  }
  return found;
}

function firstOther(taken: Map<string, string>, path: string): string | undefined {
  for (const place of [...foldersOf(path).map((folder) => `${folder}/`), path]) {
    const name = folded(place.replace(/\/$/, ""));
    const other = taken.get(name);
    if (other !== undefined && (other !== place || place === path)) return other;
    taken.set(name, place);
  }
  return undefined;
}

/** The folders on the way to a path, the outermost first. */
export function foldersOf(path: string): readonly string[] {
  const components = path.split("/");
  return components.slice(1).map((_, index) => components.slice(0, index + 1).join("/"));
}

const folded = (name: string): string => name.toLowerCase();
