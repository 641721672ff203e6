// Writes the expected outputs anew: golden/ and the renderings of test/diagnostics/. Review is `git diff`.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";

rmSync("golden", { recursive: true, force: true });
for (const name of readdirSync("test/diagnostics")) if (name.endsWith(".txt")) rmSync(`test/diagnostics/${name}`);

const { CI: _, ...environment } = process.env;
const vitest = ["vitest", "run", "--update", "test/golden.test.ts", "test/diagnostics.test.ts"];
const { status } = spawnSync("npx", vitest, { stdio: "inherit", env: environment });
process.exitCode = status ?? 1;
