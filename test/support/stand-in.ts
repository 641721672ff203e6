import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { System } from "./systems.ts";

/** A folder with a system's files, and programs on the PATH that stand in for those of a machine. */
export interface StandIn {
  readonly folder: string;
  readonly run: (script: string, ...args: readonly string[]) => Outcome;
  /** Every call of a stand-in so far, as `name arguments…`. */
  readonly calls: () => readonly string[];
  readonly forget: () => void;
  /** Changes a file, such as where a machine has its data. */
  readonly edit: (path: string, change: (text: string) => string) => void;
}

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/**
 * Docker in bash: it knows its images and containers as files, so that scripts see what they did. What is pulled is there
 * when the registry runs; without `docker build` nothing else is.
 */
const docker = `
images=$STAND_IN/docker/images containers=$STAND_IN/docker/containers
mkdir -p "$images" "$containers"
file() { tr '/:' '__' <<< "$1"; }
name() { local previous=; for word in "$@"; do [ "$previous" != --name ] || { echo "$word"; return; }; previous=$word; done; }
case "$1 $2" in
  "container inspect")
    found=$containers/$(file "\${!#}")
    [ -e "$found" ] || exit 1
    case $* in *State.Running*) cat "$found" ;; esac ;;
  "image inspect") [ -e "$images/$(file "$3")" ] ;;
  "network inspect") [ -e "$STAND_IN/docker/network" ] ;;
  "network create") touch "$STAND_IN/docker/network" ;;
  run\\ *) echo true > "$containers/$(file "$(name "$@")")" ;;
  create\\ *) echo false > "$containers/$(file "$(name "$@")")" ;;
  stop\\ *) echo false > "$containers/$(file "\${!#}")" ;;
  rm\\ *) rm -f "$containers/$(file "\${!#}")" ;;
  ps\\ *) ls "$containers" ;;
  pull\\ *) touch "$images/$(file "\${!#}")" ;;
  tag\\ *) touch "$images/$(file "\${!#}")" ;;
  load\\ *) [ -e "\${STAND_IN_ARCHIVE:-/dev/null}" ] ;;
esac`;

const stub = (name: string, body: string): string => `#!/bin/bash\necho "${name} $*" >> "$STAND_IN/calls"\n${body}\n`;

/** Lays the files of a system out below a new folder, of several below their environments; `programs` are bodies of further stand-ins by name. */
export function standIn(systems: System | readonly System[], programs: Readonly<Record<string, string>> = {}): StandIn {
  const folder = mkdtempSync(join(tmpdir(), "specc-stand-in-"));
  const all = "compilation" in systems ? [systems] : systems;
  for (const { compilation } of all) {
    const { name, environment } = compilation.environment ?? {};
    const below = "compilation" in systems ? "" : `${name?.value}/${environment?.value}`;
    for (const [path, { printed, executable }] of compilation.files)
      write(join(folder, below, path), printed.text, executable);
  }
  for (const [name, body] of Object.entries({ docker, ...programs }))
    write(join(folder, "bin", name), stub(name, body), true);
  const calls = join(folder, "calls");
  writeFileSync(calls, "");
  const environment = {
    PATH: `${folder}/bin:${process.env.PATH}`,
    HOME: folder,
    STAND_IN: folder,
    BUILD_COMMIT: "c0ffee",
  };
  return {
    folder,
    run: (script, ...args) => {
      const { status, stdout, stderr } = spawnSync("bash", [join(folder, script), ...args], {
        env: environment,
        encoding: "utf8",
      });
      return { status, output: stdout + stderr };
    },
    calls: () => readFileSync(calls, "utf8").split("\n").filter(Boolean),
    forget: () => writeFileSync(calls, ""),
    edit: (path, change) => writeFileSync(join(folder, path), change(readFileSync(join(folder, path), "utf8"))),
  };
}

function write(path: string, text: string, executable: boolean): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  if (executable) chmodSync(path, 0o755);
}
