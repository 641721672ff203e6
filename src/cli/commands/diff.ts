import { type Command, InvalidArgumentError, Option } from "commander";
import { styleText } from "node:util";
import { visible } from "../../compiler/source/characters.ts";
import { renderText } from "../../compiler/diagnostics/render/text.ts";
import { reviewMarkdown } from "../../review/diff/markdown.ts";
import { type Review, reviewOf } from "../../review/diff/review.ts";
import { type ReviewRole, type ReviewStyle, reviewText } from "../../review/diff/text.ts";
import { type ReviewView, reviewView } from "../../review/diff/view.ts";
import { isColoured, styleFor } from "../colour.ts";
import { type CompiledSide, baseOf, diskSide, outputSide, revisionSide } from "../diff/sides.ts";
import { EXIT, raiseExitCode } from "../exit-code.ts";
import { colourOption, type SpecOptions, withExamples } from "../options.ts";
import { give, say } from "../streams.ts";

const EXAMPLES = [
  "specc diff specs/dev.yaml                               what compiling would change on disk",
  "specc diff main specs/dev.yaml                          what your edits do, since main",
  "specc diff specs/old.yaml specs/new.yaml                what one spec does otherwise than another",
  "specc diff --env dev --env prod specs/dev.yaml          what production does otherwise than development",
  "specc diff main specs/dev.yaml --format markdown        the same as a comment on a pull request",
];

interface DiffOptions extends Pick<SpecOptions, "color" | "var"> {
  readonly env?: readonly string[];
  readonly format: "text" | "markdown" | "json";
  readonly exitCode?: true;
  readonly out: string;
}

/** `specc diff`: what a change of a spec does to everything that comes of it. */
export function addDiff(program: Command): void {
  const command = program
    .command("diff")
    .summary("say what a change of a spec does, and why")
    .description("Compiles both sides in memory and groups what differs under the edits of the spec that cause it.")
    .argument(
      "<base-or-spec>",
      "where to start: a git revision, another spec, or an output folder; alone it is the spec",
    )
    .argument("[spec]", "the spec; without a base it is held against the output on disk")
    .option("-o, --out <folder>", "the folder of the output on disk", "out")
    .option("--env <name>", "the environment; given twice, the one to start from and the one to end with", atMostTwo)
    .addOption(new Option("--format <format>", "how it is told").choices(["text", "markdown", "json"]).default("text"))
    .option("--exit-code", "exit with 2 when anything differs")
    .addOption(colourOption());
  withExamples(command, EXAMPLES).action(diff);
}

function atMostTwo(name: string, before: readonly string[] = []): readonly string[] {
  if (before.length === 2) throw new InvalidArgumentError("A review has two sides.");
  return [...before, name];
}

function diff(first: string, second: string | undefined, options: DiffOptions): void {
  const [from, to = from] = options.env ?? [];
  const spec = second ?? first;
  const after = diskSide(spec, { environment: to });
  if (!isSound(after, options)) return raiseExitCode(EXIT.invalid);
  if (second === undefined && from === to) return againstOutput(options.out, after, options);
  if (second !== undefined && baseOf(first) === "output") return againstOutput(first, after, options);
  const before = second === undefined ? diskSide(spec, { environment: from }) : baseSide(first, spec, from);
  if (before === undefined)
    return refuse(
      `\`${first}\` is no file, no folder and no revision that git knows`,
      "name a spec, an output folder, or a revision such as main",
    );
  if (!isSound(before, options)) return raiseExitCode(EXIT.invalid);
  tell(reviewOf(before.side, after.side, before.again), options);
}

/** The output on disk is the side that the spec would change. */
function againstOutput(out: string, after: CompiledSide, options: DiffOptions): void {
  const before = outputSide(out, after);
  if (before === undefined)
    return refuse(`${out} holds no output of this environment`, "compile the spec, or name a revision to start from");
  tell(reviewOf(before, after.side, after.again), options);
}

function tell(review: Review, options: DiffOptions): void {
  const view = reviewView(review);
  give(printed(view, options));
  if (options.exitCode && view.files > 0) raiseExitCode(EXIT.differs);
}

const baseSide = (word: string, spec: string, environment: string | undefined): CompiledSide | undefined =>
  baseOf(word) === "spec" ? diskSide(word, { environment }) : revisionSide(spec, word, { environment });

function refuse(message: string, help: string): void {
  raiseExitCode(EXIT.failed);
  say(`error: ${visible(message)}\n  help: ${help}\n`);
}

/** A side that does not compile cannot be compared; only its errors are told. */
function isSound({ diagnostics }: CompiledSide, { color }: DiffOptions): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) say(renderText(errors, styleFor(color)));
  return errors.length === 0;
}

function printed(view: ReviewView, { format, color }: DiffOptions): string {
  if (format === "json") return `${JSON.stringify({ version: 1, ...view })}\n`;
  if (format === "markdown") return reviewMarkdown(view);
  return reviewText(view, isColoured(color, process.env, process.stdout.isTTY === true) ? coloured : uncoloured);
}

const colours: Readonly<Record<ReviewRole, Parameters<typeof styleText>[0]>> = {
  title: "bold",
  place: "dim",
  file: "cyan",
  removed: "red",
  added: "green",
};

const coloured: ReviewStyle = (role, text) => styleText(colours[role], text, { validateStream: false });
const uncoloured: ReviewStyle = (_, text) => text;
