import { githubCommand, renderGithub } from "../../compiler/diagnostics/render/github.ts";
import { differing, type FileOutcome, type Outcome } from "../outcome.ts";
import type { OutputFailure } from "../output/failure.ts";
import { summary } from "./text.ts";
import type { Report } from "./words.ts";

const DIFFERENCES: Readonly<Record<FileOutcome["state"], string>> = {
  stale: "is not what the spec says",
  missing: "is missing",
  orphan: "is no longer asked for",
  edited: "was edited by hand",
  interrupted: "is left of a compile that was killed",
  written: "was written",
  unchanged: "is what the spec says",
  removed: "was removed",
};

/** For GitHub's runner, which makes annotations of it; the summary is for the log. */
export function reportGithub(outcome: Outcome, quiet: boolean): Report {
  const told = outcome.diagnostics.filter(({ severity }) => severity === "error" || !quiet);
  const different = outcome.action === "check" ? differing(outcome) : [];
  const data = [renderGithub(told), ...outcome.failures.map(failureCommand), ...different.map(differenceCommand)];
  return { data: data.join(""), talk: quiet ? "" : `${summary(outcome)}\n` };
}

const failureCommand = ({ kind, path, message, help }: OutputFailure): string =>
  `${githubCommand("error", { title: kind }, [`${path} ${message}`, ...(help === undefined ? [] : [`help: ${help}`])])}\n`;

const differenceCommand = ({ path, state }: FileOutcome): string =>
  `${githubCommand("error", { file: path, title: state }, [`${path} ${DIFFERENCES[state]}`])}\n`;
