// Puts src/compiler/spec/schema-file.ts another way: most specs never ask for the schema, and building it at every start
// takes longer than reading them.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const schema = join(import.meta.dirname, "../../schema/environment.schema.json");

const contents = () => {
  const text = JSON.stringify(JSON.parse(readFileSync(schema, "utf8")));
  return `let schema; export const schemaFile = () => (schema ??= JSON.parse(${JSON.stringify(text)}));`;
};

export const schemaOnDemand = {
  name: "schema-on-demand",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]schema-file\.ts$/ }, () => ({ contents: contents(), loader: "js" }));
  },
};
