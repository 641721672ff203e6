// Bundles the command line into dist/, or into the folder that is named. `prepare` runs it, so that `npm ci` leaves a
// specc that `npx` finds. A start is what counts: specc.js answers `--version` by itself and is small; all else is in
// program.js, with what V8 makes of it beside it.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { writeCodeCache } from "./build/code-cache.mjs";
import { schemaOnDemand } from "./build/schema-on-demand.mjs";

const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // Text of one byte a character is read and hashed fastest.
  charset: "ascii",
  define: { SPECC_VERSION: JSON.stringify(version) },
  minify: true,
  legalComments: "none",
  logLevel: "warning",
};

const program = {
  entryPoints: ["src/cli/program.ts"],
  banner: { js: "(function (module, require) {" },
  footer: { js: "})" },
  // commander loads it for subcommands that are programs of their own; with it Node loads all of its networking.
  alias: { "node:child_process": "./scripts/build/nothing.cjs" },
  plugins: [schemaOnDemand],
};

export const bundle = async (folder) => {
  mkdirSync(folder, { recursive: true });
  // V8 would take the code of another program.js of the same length.
  for (const name of readdirSync(folder)) if (name.endsWith(".cache")) rmSync(join(folder, name));
  writeFileSync(join(folder, "package.json"), '{"type":"commonjs"}\n');
  await build({ ...common, entryPoints: ["src/cli/main.ts"], outfile: join(folder, "specc.js") });
  await build({ ...common, ...program, outfile: join(folder, "program.js") });
  chmodSync(join(folder, "specc.js"), 0o755);
  writeCodeCache(folder);
};

if (process.argv[1] === import.meta.filename) await bundle(process.argv[2] ?? join(root, "dist"));
