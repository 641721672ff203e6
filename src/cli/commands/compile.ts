import { type Command, Option } from "commander";
import { compileSpec } from "../compile-spec.ts";
import {
  choiceOptions,
  type FormatOption,
  findingOptions,
  formatOption,
  repeated,
  type SpecOptions,
  withExamples,
} from "../options.ts";
import { type Action, carryOut, type OutputOptions } from "../outcome.ts";
import { report } from "../report/report.ts";

const EXAMPLES = [
  "specc compile specs/dev.yaml",
  "specc compile specs/shop.yaml --env prod --var release=1.5.0",
  "specc compile specs/*.yaml --check",
];

interface CompileOptions extends SpecOptions, OutputOptions, FormatOption {
  readonly check?: true;
  readonly dryRun?: true;
  readonly verbose?: true;
}

/** `specc compile`: spec files to the files that run them. */
export function addCompile(program: Command): void {
  const command = program
    .command("compile")
    .aliases(["generate", "build"])
    .summary("write the files that a spec describes")
    .description("Writes what each tool needs to out/<name>/<environment>/<target>/.")
    .argument("<spec...>", "spec files, compiled one after another; - reads one from the standard input")
    .option("-o, --out <folder>", "the folder that output goes to", "out")
    .option(
      "--target <name>",
      "compile this target only and leave the others' folders alone; may be repeated",
      repeated,
    );
  choiceOptions(command)
    .addOption(
      new Option(
        "--check",
        "write nothing, list what differs from the disk, and exit with 2 if anything does",
      ).conflicts(["dryRun", "force"]),
    )
    .option("--dry-run", "write nothing, list what would change")
    .option("--force", "replace also files that were edited by hand")
    .addOption(formatOption())
    .option("-v, --verbose", "tell every file");
  withExamples(findingOptions(command), EXAMPLES).action(compileSpecs);
}

async function compileSpecs(specs: readonly string[], options: CompileOptions): Promise<void> {
  const taken = new Map<string, string>();
  for (const spec of specs)
    report(carryOut(await compileSpec(spec, options), actionOf(options), options, taken), options);
}

const actionOf = ({ check, dryRun }: CompileOptions): Exclude<Action, "validate"> => {
  if (check) return "check";
  return dryRun ? "preview" : "write";
};
