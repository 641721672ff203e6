// Bundles the command line into dist/, or into the folder that is named: everything that runs, in files that load only
// when they are needed. `prepare` runs it, so that `npm ci` leaves a specc that `npx` finds.
import { chmodSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

// `yaml` and `commander` are CommonJS and call `require` for Node's own modules, which an ES module does not have.
const banner =
  'import { createRequire as createRequireHere } from "node:module"; const require = createRequireHere(import.meta.url);';

export const bundle = async (folder) => {
  const chunks = join(folder, "chunks");
  if (existsSync(chunks)) rmSync(chunks, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { specc: "src/cli/main.ts" },
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    platform: "node",
    target: "node20",
    format: "esm",
    banner: { js: banner },
    define: { SPECC_VERSION: JSON.stringify(version) },
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
  chmodSync(join(folder, "specc.js"), 0o755);
};

if (process.argv[1] === import.meta.filename) await bundle(process.argv[2] ?? join(root, "dist"));
