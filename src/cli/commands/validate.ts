import type { Command } from "commander";
import { compileSpec } from "../compile-spec.ts";
import {
  choiceOptions,
  type FormatOption,
  findingOptions,
  formatOption,
  type SpecOptions,
  withExamples,
} from "../options.ts";
import { judged } from "../outcome.ts";
import { report } from "../report/report.ts";

const EXAMPLES = ["specc validate specs/dev.yaml", "specc validate specs/shop.yaml --env prod --format json"];

/** `specc validate`: everything that compiling finds, without a look at the output. */
export function addValidate(program: Command): void {
  const command = program
    .command("validate")
    .summary("say what is wrong with a spec")
    .description(
      "Compiles the chosen environment of a spec and throws the files away. Other environments need their own --env.",
    )
    .argument("<spec...>", "spec files; - reads one from the standard input");
  choiceOptions(command).addOption(formatOption());
  withExamples(findingOptions(command), EXAMPLES).action(validateSpecs);
}

async function validateSpecs(specs: readonly string[], options: SpecOptions & FormatOption): Promise<void> {
  for (const spec of specs) report(judged(await compileSpec(spec, options), "validate"), options);
}
