import type { Command } from "commander";
import { schemaFile } from "../../compiler/spec/schema-file.ts";
import { withExamples } from "../options.ts";
import { give } from "../streams.ts";

const EXAMPLES = ["specc schema > environment.schema.json"];

/** `specc schema`: what an editor needs to know about the language. */
export function addSchema(program: Command): void {
  const command = program
    .command("schema")
    .summary("print the JSON schema of the language")
    .description("Prints the JSON schema of the language, for editors.");
  withExamples(command, EXAMPLES).action(printSchema);
}

const printSchema = (): void => give(`${JSON.stringify(schemaFile(), undefined, 2)}\n`);
