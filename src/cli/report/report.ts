import { styleFor } from "../colour.ts";
import { raiseExitCode } from "../exit-code.ts";
import type { FormatOption, SpecOptions } from "../options.ts";
import { exitCodeOfOutcome, type Outcome } from "../outcome.ts";
import { give, say } from "../streams.ts";
import { reportGithub } from "./github.ts";
import { reportJson } from "./json.ts";
import { reportText } from "./text.ts";
import type { Report } from "./words.ts";

type ReportOptions = Pick<SpecOptions, "color" | "quiet"> & FormatOption & { readonly verbose?: true };

/** Tells what came of one spec, and remembers it for the exit code. */
export function report(outcome: Outcome, options: ReportOptions): void {
  const { data, talk } = reportAs(outcome, options);
  give(data);
  say(talk);
  raiseExitCode(exitCodeOfOutcome(outcome));
}

function reportAs(outcome: Outcome, { format, color, quiet, verbose }: ReportOptions): Report {
  if (format === "json") return reportJson(outcome);
  if (format === "github") return reportGithub(outcome, quiet === true);
  return reportText(outcome, { quiet: quiet === true, verbose: verbose === true, style: styleFor(color) });
}
