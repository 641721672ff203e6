import type { Command } from "commander";
import { explainId } from "../explain/id.ts";
import { explainOutputLine } from "../explain/output-line.ts";
import { explainValues } from "../explain/values.ts";
import {
  choiceOptions,
  colourOption,
  type FormatOption,
  formatOption,
  type SpecOptions,
  withExamples,
} from "../options.ts";

const EXAMPLES = [
  "specc explain port-taken                                  a finding or a rule",
  "specc explain out/shop/dev/terraform/compute.tf:12        why a line of the output is there",
  "specc explain --spec specs/dev.yaml apps.storefront.port  who wrote a value of the spec",
];

type ExplainOptions = SpecOptions & FormatOption & { readonly spec?: string };

/** `specc explain`: why something is as it is. */
export function addExplain(program: Command): void {
  const command = program
    .command("explain")
    .summary("say why something is as it is")
    .description("Explains a finding, a rule, a line of the output, or a value of a spec.")
    .argument("[subject]", "the id of a finding or rule, FILE:LINE, or with --spec a path in the spec")
    .option("--spec <file>", "explain the values of this spec at and below a path; without a path all of them");
  choiceOptions(command)
    .addOption(formatOption(["text", "json"]))
    .addOption(colourOption());
  withExamples(command, EXAMPLES).action(explain);
}

const OUTPUT_LINE = /^(.+?):(\d+)(?::\d+)?$/;

async function explain(subject: string | undefined, options: ExplainOptions, command: Command): Promise<void> {
  const [, path, line] = OUTPUT_LINE.exec(subject ?? "") ?? [];
  if (options.spec !== undefined) return explainValues(options.spec, subject, options);
  if (subject === undefined) command.error("error: there is nothing to explain");
  if (path !== undefined) return explainOutputLine(path, Number(line), options);
  return explainId(subject, options);
}
