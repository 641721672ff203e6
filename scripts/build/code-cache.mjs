// Writes what V8 makes of program.js, after it has compiled a few specs: only functions that have run are in it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";

/** In a process of its own, without options: V8 takes the file only where it runs with the same ones. */
export const writeCodeCache = (folder) => {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [import.meta.filename, folder], { env, encoding: "utf8" });
  if (status !== 0) process.stderr.write(`specc will start slowly: ${stderr}\n`);
};

/** What runs in most starts: a first compile, and one that finds its output as it should be. */
const warmUp = async (run) => {
  const out = mkdtempSync(join(tmpdir(), "specc-build-"));
  const root = join(import.meta.dirname, "../..");
  try {
    for (const spec of ["minimal", "dev"])
      for (const _ of ["write", "compare"])
        await run(["compile", join(root, `specs/${spec}.yaml`), "--quiet", "--out", out]);
  } finally {
    rmSync(out, { recursive: true });
  }
};

const codeCache = async (filename) => {
  const script = new Script(readFileSync(filename, "latin1"), { filename });
  const module = { exports: {} };
  script.runInThisContext()(module, createRequire(filename));
  await warmUp(module.exports.run);
  return script.createCachedData();
};

if (process.argv[1] === import.meta.filename) {
  const folder = process.argv[2];
  const name = `program-${process.version}-${process.platform}-${process.arch}.cache`;
  writeFileSync(join(folder, name), await codeCache(join(folder, "program.js")));
  // A spec that does not compile is a matter for tests.
  process.exitCode = 0;
}
