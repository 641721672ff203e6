/** The command line of kubeconform, as far as it is used: `-flag value` and files. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { kubeconform } from "./kubeconform.ts";

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).map((word) => word.replace(/^-(?=[a-z])/, "--")),
  allowPositionals: true,
  options: {
    strict: { type: "boolean", default: false },
    summary: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    "ignore-missing-schemas": { type: "boolean", default: false },
    output: { type: "string", default: "text" },
    "schema-location": { type: "string", multiple: true, default: [] },
  },
});

const { failed, text } = kubeconform(
  {
    strict: values.strict,
    summary: values.summary,
    verbose: values.verbose,
    ignoreMissingSchemas: values["ignore-missing-schemas"],
    output: values.output,
    locations: values["schema-location"],
    files: positionals,
  },
  readText,
);
process.stdout.write(text);
process.exitCode = failed ? 1 : 0;

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
