import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { emitters } from "../../../src/emitters/index.ts";
import { specc } from "../../support/specc.ts";

/** A call of a tool: its arguments, and what it was given to read. */
export interface Call {
  readonly tool: string;
  readonly argv: readonly string[];
  readonly input: string;
}

export interface Run {
  readonly status: number | null;
  readonly errors: string;
  readonly calls: readonly Call[];
}

const tools = [
  "ansible-galaxy",
  "ansible-playbook",
  "docker",
  "fleetctl",
  "kubectl",
  "nomad",
  "openssl",
  "packer",
  "terraform",
];

/** Writes down how it was called, and answers as the tool would. */
const standIn = `#!/bin/bash
tool=$(basename "$0")
case "$tool $*" in *' -'|*'--filename -'|*ssh*) input=$(cat; echo .) ;; *) input=. ;; esac
{ printf '%s\\0' "$tool" "\${input%.}" "$#" "$@"; } >> "$CALLS"
case "$tool $*" in
  'terraform '*'output -raw '*) printf 'value of %s' "\${*: -1}" ;;
  'terraform '*'output -json '*) printf '["10.0.0.1", "10.0.0.2"]' ;;
  'fleetctl list-machines '*) printf 'm1\\tgroup=web,region=eu\\nm2\\tgroup=tools\\nm3\\tregion=eu,group=web\\n' ;;
  'kubectl create '*) printf 'a secret of kubectl' ;;
  'openssl '*) printf 'made in %s' "$RANDOM$RANDOM" ;;
esac
`;

/** The files of a fragment on a disk, beside stand-ins for the tools that the scripts call. */
export function deployment(fragment: string) {
  const folder = mkdtempSync(`${tmpdir()}/runbook-`);
  const write = (path: string, text: string, mode = 0o644) => {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
    writeFileSync(`${folder}/${path}`, text);
    chmodSync(`${folder}/${path}`, mode);
  };
  const { files, diagnostics } = specc(fragment, emitters);
  if (files.size === 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  for (const [path, { printed, executable }] of files) write(`out/${path}`, printed.text, executable ? 0o755 : 0o644);
  for (const tool of tools) write(`bin/${tool}`, standIn, 0o755);
  const text = (path: string): string => files.get(path)?.printed.text ?? "";
  return { paths: [...files.keys()], text, run: runIn(folder) };
}

const runIn =
  (folder: string) =>
  (script: string, argv: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): Run => {
    const calls = `${mkdtempSync(`${folder}/run-`)}/calls`;
    const { status, stderr } = spawnSync(`${folder}/out/runbook/${script}`, argv, {
      cwd: folder,
      env: { PATH: `${folder}/bin:/usr/bin:/bin`, HOME: folder, CALLS: calls, ...environment },
      encoding: "utf8",
    });
    return { status, errors: stderr, calls: existsSync(calls) ? callsIn(readFileSync(calls, "utf8").split("\0")) : [] };
  };

function callsIn([tool = "", input = "", count = "0", ...rest]: readonly string[]): readonly Call[] {
  if (tool === "") return [];
  return [{ tool, input, argv: rest.slice(0, Number(count)) }, ...callsIn(rest.slice(Number(count)))];
}

export const lineOf = ({ tool, argv }: Call): string => [tool, ...argv].join(" ");
