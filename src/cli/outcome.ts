import { posix, sep } from "node:path";
import type { LocatedDiagnostic } from "../compiler/diagnostics/render/located.ts";
import { type CompiledSpec, exitCodeOf } from "./compile-spec.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { checkOutput } from "./output/check.ts";
import type { State } from "./output/compare.ts";
import type { OutputFailure } from "./output/failure.ts";
import { MANIFEST } from "./output/names.ts";
import { writeOutput } from "./output/write.ts";
import { type Output, outputOf } from "./output-files.ts";

/** What is done with the files: put on disk, held against it, foretold, or nothing. */
export type Action = "write" | "check" | "preview" | "validate";

export interface FileOutcome {
  /** As a user would type it. */
  readonly path: string;
  readonly state: State | "written" | "unchanged" | "removed";
}

/** All that there is to tell about one spec. */
export interface Outcome {
  readonly action: Action;
  readonly spec: string;
  readonly name: string | undefined;
  readonly environment: string | undefined;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** The environment's folder as a user would type it; undefined where nothing was done with files. */
  readonly folder: string | undefined;
  readonly files: readonly FileOutcome[];
  readonly failures: readonly OutputFailure[];
}

export interface OutputOptions {
  readonly out: string;
  readonly target?: readonly string[];
  readonly force?: true;
}

/** A spec that is only judged, or whose errors leave nothing to do. */
export const judged = ({ spec, compilation, diagnostics }: CompiledSpec, action: Action): Outcome => ({
  action,
  spec,
  name: compilation.environment?.name.value,
  environment: compilation.environment?.environment.value ?? compilation.merged?.environment.name,
  diagnostics,
  folder: undefined,
  files: [],
  failures: [],
});

/** Does with the files of a spec what was asked for; `taken` are the folders of the specs before it. */
export function carryOut(
  compiled: CompiledSpec,
  action: Exclude<Action, "validate">,
  options: OutputOptions,
  taken: Map<string, string>,
): Outcome {
  const nothing = judged(compiled, action);
  const output = exitCodeOf(compiled.diagnostics) === EXIT.fine ? outputOf(compiled) : undefined;
  if (output === undefined) return nothing;
  const rival = taken.get(output.folder);
  if (rival !== undefined) return { ...nothing, failures: [isTaken(typed(options.out, output.folder), rival)] };
  taken.set(output.folder, compiled.spec);
  const { files, failures } = action === "write" ? written(output, options) : compared(output, options);
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { ...nothing, folder: typed(options.out, output.folder), files: sorted, failures };
}

const isTaken = (path: string, rival: string): OutputFailure => ({
  kind: "blocked",
  path,
  message: `is already the output of ${rival}`,
  help: "give one of the two specs another `name` or environment",
});

type Done = Pick<Outcome, "files" | "failures">;

function written({ folder, files, rules }: Output, { out, target, force }: OutputOptions): Done {
  const report = writeOutput(out, folder, files, { targets: target, rules, force: force === true });
  const named = (paths: readonly string[], state: FileOutcome["state"]) =>
    paths.map((path) => ({ path: typed(out, path), state }));
  return {
    files: [
      ...named(report.written, "written"),
      ...named(report.unchanged, "unchanged"),
      ...named(report.removed, "removed"),
    ],
    failures: report.failures,
  };
}

function compared({ folder, files, rules }: Output, { out, target }: OutputOptions): Done {
  const { differences, failures } = checkOutput(out, folder, files, { targets: target, rules });
  if (failures.length > 0) return { files: [], failures };
  const states = new Map<string, FileOutcome["state"]>();
  for (const path of [...files.keys(), `${folder}/${MANIFEST}`]) states.set(path, "unchanged");
  for (const { path, state } of differences) states.set(path, state);
  return { files: [...states].map(([path, state]) => ({ path: typed(out, path), state })), failures };
}

const typed = (out: string, path: string): string => posix.join(out.split(sep).join("/"), path);

export const differing = ({ files }: Outcome): readonly FileOutcome[] =>
  files.filter(({ state }) => state !== "unchanged");

export function exitCodeOfOutcome(outcome: Outcome): ExitCode {
  if (outcome.failures.length > 0) return EXIT.failed;
  const judgement = exitCodeOf(outcome.diagnostics);
  if (judgement !== EXIT.fine) return judgement;
  return outcome.action === "check" && differing(outcome).length > 0 ? EXIT.differs : EXIT.fine;
}
