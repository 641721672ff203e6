import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { messageShape } from "../../src/cli/explain/message-shape.ts";
import { type Code, catalogue } from "../../src/compiler/diagnostics/catalogue.ts";
import { builtSpecc, INVALID, project, run, SHOP } from "./support.ts";

const specc = builtSpecc();
const explain = (folder: string, ...args: readonly string[]) => run(specc, folder, ["explain", ...args]);

describe("explain ID", () => {
  it("says what a finding is about", () => {
    const { status, stdout } = explain("/", "port-taken");
    expect(status).toBe(0);
    expect(stdout).toBe(
      `error[port-taken]: port <port> is already taken by \`<owner>\`\n\n${catalogue["port-taken"].about}\n`,
    );
  });

  it("gives the reason of a rule", () => {
    expect(explain("/", "implied-network").stdout).toMatch(/^rule\[implied-network\]\n\nMachines need a network/);
  });

  it("says the same in JSON", () => {
    expect(JSON.parse(explain("/", "port-taken", "--format", "json").stdout)).toMatchObject({
      version: 1,
      id: "port-taken",
      kind: "error",
    });
  });

  it("has a near id for a mistyped one", () => {
    expect(explain("/", "prt-taken")).toEqual({
      status: 64,
      stdout: "",
      stderr: "error: there is no finding or rule `prt-taken`\n  help: did you mean `port-taken`?\n",
    });
  });

  it("never shows a gap that could not be named", () => {
    const shapes = (Object.keys(catalogue) as Code[]).map((code) => messageShape(code) ?? "");
    expect(shapes.filter((shape) => /undefined|NaN|\[object|function/.test(shape))).toEqual([]);
  });

  it("has the shape of nearly every message", () => {
    const codes = Object.keys(catalogue) as Code[];
    expect(codes.filter((code) => messageShape(code) === undefined).length).toBeLessThan(codes.length / 20);
  });
});

describe("explain FILE:LINE", () => {
  const compiled = (): string => {
    const folder = project({ "specs/shop.yaml": SHOP });
    run(specc, folder, ["compile", "specs/shop.yaml"]);
    return folder;
  };
  const FILE = "out/shop/dev/kubernetes/web.deployment.yaml";
  const lineOf = (folder: string, text: string): number =>
    readFileSync(join(folder, FILE), "utf8")
      .split("\n")
      .findIndex((line) => line.includes(text)) + 1;

  it("leads to the spec", () => {
    const folder = compiled();
    const line = lineOf(folder, "image: ");
    const { status, stdout } = explain(folder, `${FILE}:${line}`);
    expect(status).toBe(0);
    expect(stdout).toContain("shop.yaml:6:16 (apps.web.image)\n");
    expect(explain(join(folder, "out/shop"), `dev/kubernetes/web.deployment.yaml:${line}:5`).stdout).toBe(stdout);
    expect(JSON.parse(explain(folder, `${FILE}:${line}`, "--format", "json").stdout)).toMatchObject({
      version: 1,
      line,
    });
  });

  it("says when there is no such line", () => {
    const folder = compiled();
    expect(explain(folder, `${FILE}:99999`)).toMatchObject({ status: 64, stdout: "" });
    expect(explain(folder, "out/shop/dev/nomad/none:1")).toMatchObject({ status: 64, stdout: "" });
  });

  it("says when there is no map", () => {
    const folder = compiled();
    writeFileSync(join(folder, "out/shop/dev/specc.map.json"), "{");
    expect(explain(folder, `${FILE}:1`).stderr).toContain(
      "is not a map that specc wrote\n  help: compile the spec again\n",
    );
    rmSync(join(folder, "out/shop/dev/specc.map.json"));
    expect(explain(folder, `${FILE}:1`)).toMatchObject({ status: 3, stdout: "" });
  });
});

describe("explain --spec", () => {
  it("says who wrote a value", () => {
    const folder = project({ "base.yaml": SHOP, "shop.yaml": 'specc: 1\nname: over\nextends: ["base.yaml"]\n' });
    const { status, stdout } = explain(folder, "--spec", "shop.yaml", "name");
    expect(status).toBe(0);
    expect(stdout).toBe('name: "over"\n  shop.yaml:2:7\n  over base.yaml:2:7\n');
  });

  it("takes paths into lists, and the whole spec", () => {
    const folder = project({ "shop.yaml": SHOP });
    expect(explain(folder, "--spec", "shop.yaml", "targets[1]").stdout).toContain('targets[1]: "kubernetes"');
    expect(explain(folder, "--spec", "shop.yaml").stdout).toContain("apps.web.image: ");
    expect(JSON.parse(explain(folder, "--spec", "shop.yaml", "name", "--format", "json").stdout)).toMatchObject({
      version: 1,
      spec: "shop.yaml",
      values: [{ at: "name", value: "shop" }],
    });
  });

  it("says when there is nothing", () => {
    const folder = project({ "shop.yaml": SHOP });
    expect(explain(folder, "--spec", "shop.yaml", "apps.none")).toEqual({
      status: 64,
      stdout: "",
      stderr: "error: nothing is written or implied at `apps.none`\n",
    });
  });

  it("shows nothing of an invalid spec but what is wrong", () => {
    const folder = project({ "shop.yaml": `${INVALID}secrets: {pay: hunter2}\n` });
    const answer = explain(folder, "--spec", "shop.yaml", "secrets");
    expect(answer).toMatchObject({ status: 1, stdout: "" });
    expect(answer.stderr).not.toContain("hunter2");
  });
});
