import { spawnSync } from "node:child_process";
import type { Environment } from "../../src/compiler/environment/environment.ts";
import { folderFor } from "../../src/compiler/layout.ts";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import type { Compilation } from "../../src/compiler/compile.ts";

/** A call of a tool: its arguments, and what it was given to read. */
export interface Call {
  readonly tool: string;
  readonly argv: readonly string[];
  readonly input: string;
}

export interface Run {
  readonly status: number | null;
  readonly errors: string;
  readonly output: string;
  readonly calls: readonly Call[];
  /** The calls as one would type them. */
  readonly lines: readonly string[];
}

/** What stand-ins say: by a pattern of bash over `tool arguments`, the text that is printed, or the status it ends with. */
export type Answers = Readonly<Record<string, string | number | Command>>;

/** What bash runs in place of a text, with the arguments of the call. */
export interface Command {
  readonly bash: string;
}

export interface Laid {
  /** Programs that only write down how they were called, and answer what they are told to. */
  readonly standIns: readonly string[];
  readonly answers?: Answers;
}

export interface Scripts {
  /** The folder in which the scripts are called; the output is below `out/`. */
  readonly folder: string;
  run(script: string, argv?: readonly string[], environment?: Readonly<Record<string, string>>, input?: string): Run;
  read(path: string): string | undefined;
  /** What git says in that folder. */
  git(...argv: readonly string[]): string;
}

/** Programs of every machine, which scripts call for real. */
const usual =
  "awk bash basename cat chmod cp date dirname env find git grep head id jq mkdir mktemp mv realpath rm sed sleep sort tail touch tr".split(
    " ",
  );

/** The scripts of compiled environments on a disk, beside stand-ins that come first, and alone, on PATH. */
export function scriptsOf(compilations: readonly Compilation[], { standIns, answers = {} }: Laid): Scripts {
  const folder = mkdtempSync(`${tmpdir()}/scripts-`);
  const write = (path: string, text: string, mode: number): void => {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
    writeFileSync(`${folder}/${path}`, text);
    chmodSync(`${folder}/${path}`, mode);
  };
  for (const { environment, files, diagnostics } of compilations) {
    if (files.size === 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    const below = `out/${environment?.name.value}/${environment?.environment.value}`;
    for (const path of environment === undefined ? [] : foldersOf(environment))
      mkdirSync(`${folder}/${below}/${path}`, { recursive: true });
    for (const [path, { printed, executable }] of files)
      write(`${below}/${path}`, printed.text, executable ? 0o755 : 0o644);
  }
  for (const tool of standIns) write(`bin/${tool}`, standIn(answers), 0o755);
  for (const tool of usual.filter((name) => !standIns.includes(name))) link(tool, `${folder}/bin/${tool}`);
  const [first] = compilations;
  const own = `${folder}/out/${first?.environment?.name.value}/${first?.environment?.environment.value}`;
  return {
    folder,
    run: runIn(folder, `${own}/runbook`),
    git: (...argv) => spawnSync("git", argv, { cwd: folder, encoding: "utf8" }).stdout,
    read: (path) => (existsSync(`${folder}/${path}`) ? readFileSync(`${folder}/${path}`, "utf8") : undefined),
  };
}

function link(tool: string, to: string): void {
  const from = ["/usr/bin", "/bin", "/usr/local/bin"]
    .map((place) => `${place}/${tool}`)
    .find((path) => existsSync(path));
  if (from !== undefined) symlinkSync(from, to);
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A pattern is bash's own, but that blanks in it are blanks. */
const patternOf = (pattern: string): string => pattern.replaceAll(/[^*?[\]A-Za-z0-9_-]/g, "\\$&");

function commandOf(answer: Answers[string]): string {
  if (typeof answer === "object") return answer.bash;
  return typeof answer === "number" ? `exit ${answer}` : `printf '%s' ${quoted(answer)}`;
}

const standIn = (answers: Answers): string => `#!/bin/bash
tool=$(basename "$0")
case "$tool $*" in *' -'|*'--filename -'|*ssh*) input=$(cat; echo .) ;; *) input=. ;; esac
{ printf '%s\\0' "$tool" "\${input%.}" "$#" "$@"; } >> "$CALLS"
case "$tool $*" in
${Object.entries(answers)
  .map(([pattern, answer]) => `  ${patternOf(pattern)}) ${commandOf(answer)} ;;`)
  .join("\n")}
esac
exit 0
`;

const runIn =
  (folder: string, scripts: string): Scripts["run"] =>
  (script, argv = [], environment = {}, input = "") => {
    const log = `${mkdtempSync(`${folder}/run-`)}/calls`;
    const { status, stderr, stdout } = spawnSync(`${scripts}/${script}`, argv, {
      cwd: folder,
      env: { PATH: `${folder}/bin`, HOME: folder, CALLS: log, ...environment },
      encoding: "utf8",
      input,
    });
    const calls = existsSync(log) ? callsIn(readFileSync(log, "utf8").split("\0")) : [];
    return { status, errors: stderr, output: stdout, calls, lines: calls.map(lineOf) };
  };

function callsIn([tool = "", input = "", count = "0", ...rest]: readonly string[]): readonly Call[] {
  if (tool === "") return [];
  return [{ tool, input, argv: rest.slice(0, Number(count)) }, ...callsIn(rest.slice(Number(count)))];
}

export const lineOf = ({ tool, argv }: Call): string => [tool, ...argv].join(" ");

/** The folders that the targets write, of each component where there are some. */
function foldersOf(environment: Environment): readonly string[] {
  const { apps, proxies, machineImages, containerImages, targets } = environment;
  const places = [environment, ...apps, ...proxies, ...machineImages, ...containerImages].map(({ at }) => at);
  return targets.flatMap(({ value }) => places.map((at) => folderFor(environment, value, at)));
}
