import { Command, CommanderError } from "commander";
import { failureText } from "./bug.ts";
import { addCompile } from "./commands/compile.ts";
import { addDiff } from "./commands/diff.ts";
import { addExplain } from "./commands/explain.ts";
import { addSchema } from "./commands/schema.ts";
import { addTargets } from "./commands/targets.ts";
import { addValidate } from "./commands/validate.ts";
import { EXIT, raiseExitCode } from "./exit-code.ts";
import { withExamples } from "./options.ts";
import { give, say } from "./streams.ts";
import { version } from "./version.ts";

const EXAMPLES = [
  "specc compile specs/dev.yaml                        write out/<name>/<environment>/<target>/",
  "specc compile specs/dev.yaml --check                exit with 2 when the output is not what the spec says",
  "specc validate specs/dev.yaml --env prod            say what is wrong with a spec",
  "specc diff main specs/dev.yaml                      say what a change of a spec does, and why",
  "specc explain port-taken                            say more about a finding",
];

const EXIT_CODES = `
Exit codes:
  0   fine
  1   the spec is invalid
  2   with --check or --exit-code: the output differs
  3   a file could not be read or written, or specc has a bug
  64  the command line is wrong`;

/** Runs one command line; what came of it is in `process.exitCode`. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) raiseExitCode(error.exitCode === 0 ? EXIT.fine : EXIT.usage);
    else fail(error, argv);
  }
}

function fail(error: unknown, argv: readonly string[]): void {
  raiseExitCode(EXIT.failed);
  say(failureText(error, argv, version));
}

const inOurForm = (text: string): string => text.replace(/^\(Did you mean (.*)\?\)$/m, "  help: did you mean $1?");

function createProgram(): Command {
  const program = new Command("specc")
    .description("Compiles an environment spec into the files of the tools that run it.")
    .version(version, "-V, --version", "print the version")
    .exitOverride()
    .configureOutput({ writeOut: give, writeErr: say, outputError: (text, write) => write(inOurForm(text)) })
    .showHelpAfterError("  help: add --help to see what there is");
  withExamples(program, EXAMPLES).addHelpText("after", EXIT_CODES);
  for (const add of [addCompile, addValidate, addDiff, addExplain, addTargets, addSchema]) add(program);
  return program;
}
