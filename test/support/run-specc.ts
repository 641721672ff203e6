import { spawnSync } from "node:child_process";

/** What the built command prints, to both streams in turn, run in the root of the project. */
export function runSpecc(args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, ["dist/specc.js", ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "" },
  });
  return `${stderr}${stdout}`;
}
