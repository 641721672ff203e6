// Writes the expected outputs anew: golden/ and the renderings of test/diagnostics/. Review is `git diff`.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";

rmSync("golden", { recursive: true, force: true });
for (const name of readdirSync("test/diagnostics")) if (name.endsWith(".txt")) rmSync(`test/diagnostics/${name}`);

const { CI: _, ...environment } = process.env;
// `--update` would take a file that follows it for its value.
const vitest = ["vitest", "run", "test/golden.test.ts", "test/diagnostics.test.ts", "--update"];
const { status } = spawnSync("npx", vitest, { stdio: "inherit", env: environment });
process.exitCode = status ?? 1;
