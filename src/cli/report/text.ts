import type { LocatedDiagnostic } from "../../compiler/diagnostics/render/located.ts";
import type { Style } from "../../compiler/diagnostics/render/style.ts";
import { renderText } from "../../compiler/diagnostics/render/text.ts";
import { visible } from "../../compiler/source/characters.ts";
import { differing, type FileOutcome, type Outcome } from "../outcome.ts";
import type { OutputFailure } from "../output/failure.ts";
import { counted, listed, type Report, titleOf } from "./words.ts";

export interface Manner {
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly style: Style;
}

/** For people: what was found, then one line that says what came of it. */
export function reportText(outcome: Outcome, { quiet, verbose, style }: Manner): Report {
  const told = quiet ? outcome.diagnostics.filter(isError) : outcome.diagnostics;
  const talk = [
    renderText(told, style),
    outcome.failures.map((failure) => failureText(failure, style)).join("\n"),
    quiet ? "" : `${verbose && outcome.action === "write" ? fileList(outcome.files) : ""}${summary(outcome)}\n`,
  ];
  return { data: dataOf(outcome), talk: talk.filter((part) => part !== "").join("\n") };
}

const isError = ({ severity }: LocatedDiagnostic): boolean => severity === "error";

/** What `--check` and `--dry-run` are asked for. */
const dataOf = (outcome: Outcome): string => (outcome.action === "write" ? "" : fileList(differing(outcome)));

const fileList = (files: readonly FileOutcome[]): string =>
  files.map(({ path, state }) => `${state.padEnd(11)} ${visible(path)}\n`).join("");

function failureText({ path, message, help }: OutputFailure, style: Style): string {
  const fact = `${style("error", "error")}${style("message", `: ${visible(path)} ${visible(message)}`)}\n`;
  return help === undefined ? fact : `${fact}  ${style("help", "help:")} ${help}\n`;
}

/** One line that says what came of a spec. */
export function summary(outcome: Outcome): string {
  const { spec, diagnostics, failures, folder } = outcome;
  const errors = diagnostics.filter(isError).length;
  const findings = listed([errors, "error"], [diagnostics.length - errors, "warning"]);
  if (diagnostics.some(({ code }) => code === "file-unreadable")) return `${visible(spec)}: a file could not be read`;
  if (errors > 0) return `${visible(spec)} is invalid: ${findings}`;
  if (failures.length > 0) return `${titleOf(outcome)}: ${FAILED[outcome.action]}`;
  const done = folder === undefined ? "the spec is valid" : filesDone(outcome, folder);
  return `${titleOf(outcome)}: ${done}${findings === "" ? "" : `, ${findings}`}`;
}

const FAILED: Readonly<Record<Outcome["action"], string>> = {
  write: "nothing was written",
  check: "the output could not be checked",
  preview: "the files could not be written",
  validate: "the spec could not be checked",
};

function filesDone(outcome: Outcome, folder: string): string {
  const { files, action, spec } = outcome;
  const different = differing(outcome).length;
  if (action === "write")
    return `${counted(files.length - count(outcome, "removed"), "file")} in ${folder}, ${doneTo(outcome)}`;
  if (action === "preview") return `${different} of ${counted(files.length, "file")} in ${folder} would change`;
  if (different === 0)
    return `${counted(files.length, "file")} in ${folder} ${files.length === 1 ? "is" : "are"} up to date`;
  return `${different} of ${counted(files.length, "file")} in ${folder} differ; compile ${visible(spec)} to renew them`;
}

function doneTo(outcome: Outcome): string {
  const removed = count(outcome, "removed");
  const written = `${count(outcome, "written")} written, ${count(outcome, "unchanged")} unchanged`;
  return removed === 0 ? written : `${written}, ${removed} removed`;
}

const count = ({ files }: Outcome, state: FileOutcome["state"]): number =>
  files.filter((file) => file.state === state).length;
