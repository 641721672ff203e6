import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ci } from "../../../src/emitters/ci/index.ts";
import { linesOf, type Workflow, workflowIn } from "../../support/pipelines.ts";
import { specc } from "../../support/specc.ts";

const web = 'web: {image: "ghcr.io/acme/web:1"}';

const compiled = (pipeline: string, apps = web, more = ""): Workflow => {
  const { files, diagnostics } = specc(`apps: {${apps}}\nci: {main: ${pipeline}}\n${more}`, [ci]);
  if (files.size === 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return workflowIn(files, "main-dev");
};

describe("a workflow", () => {
  const released = compiled(
    '{image: "golang:1.25", build: [[go, build, -o, app]], test: [[go, test, ./...]], release: files}',
    "app: {artifact: {registry: files, version: v1, file: app, path: /opt/app}, runsOn: web}",
    'registry: {files: {kind: release, url: "https://github.com/acme/web"}}\ninstances: {web: {image: ubuntu-24.04}}',
  );

  it("does its stages one after the other", () =>
    expect(Object.entries(released.jobs).map(([id, { needs }]) => [id, needs])).toEqual([
      ["build", undefined],
      ["test", ["build"]],
      ["release", ["test"]],
    ]));

  it("pins what it uses by commit, and says which version that is", () => {
    const uses = Object.values(released.jobs).flatMap(({ steps }) => steps.flatMap((step) => step.uses ?? []));
    expect(uses.length).toBeGreaterThan(2);
    for (const each of uses) expect(each).toMatch(/^[\w/-]+@[0-9a-f]{40}$/);
  });

  it("never works twice at a time on one environment", () =>
    expect(released.concurrency).toEqual({ group: "main-dev", "cancel-in-progress": false }));
});

/** What GitHub makes of the text before a shell gets it. */
const filled = (line: string): string => line.replaceAll("${{ '${{' }}", "${{");

const hostile = JSON.parse(readFileSync("test/fixtures/hostile-strings.json", "utf8")) as readonly string[];

it("a command says what the spec says, whatever that is", () => {
  const refused = new Set<string>();
  for (const text of [...hostile.filter((each) => !each.includes("$${")), "${{ secrets.TOKEN }}"]) {
    const written = JSON.stringify(["printf", "%s", text.replaceAll("${", "$${")]);
    const { files } = specc(`apps: {web: {image: "a/b:1"}}\nci: {main: {build: [${written}]}}`, [ci]);
    if (files.size === 0) {
      refused.add(text);
      continue;
    }
    const [line = ""] = linesOf(workflowIn(files, "main-dev").jobs["build"] ?? { steps: [] });
    expect(line.replaceAll("${{ '${{' }}", "")).not.toContain("${{");
    expect(spawnSync("bash", ["-c", filled(line)], { encoding: "utf8" }).stdout).toBe(text.normalize("NFC"));
  }
  // Line breaks and the like are none of the language's.
  expect(refused.size).toBeLessThan(hostile.length / 2);
});

it("a workflow is a document of YAML 1.1 as well, where `on` is no boolean", () => {
  const { files } = specc('apps: {web: {image: "a/b:1"}}\nci: {main: {build: [[make]]}}', [ci]);
  const text = files.get("ci/.github/workflows/main-dev.yml")?.printed.text ?? "";
  expect(Object.keys(parse(text, { version: "1.1" }) as object)).toContain("on");
});
