import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtSpecc, INVALID, project, run, SHOP } from "./support.ts";

const specc = builtSpecc();
const NEXT = SHOP.replace('release: "1.4.2"', 'release: "1.5.0"').replace("{image:", "{replicas: 3, image:");

/** A project whose spec was compiled and then edited. */
function edited(): string {
  const folder = project({ "shop.yaml": SHOP });
  run(specc, folder, ["compile", "shop.yaml"]);
  writeFileSync(join(folder, "shop.yaml"), NEXT);
  return folder;
}

const diff = (folder: string, ...args: readonly string[]) => run(specc, folder, ["diff", ...args]);

describe("diff SPEC", () => {
  it("says what compiling would change on disk, under the edit that causes it", () => {
    const { status, stdout } = diff(edited(), "shop.yaml");
    expect(status).toBe(0);
    expect(stdout).toContain("apps.web.replicas added: 3  shop.yaml:6\n  kubernetes/");
    expect(stdout).toContain("vars.release.default 1.4.2 -> 1.5.0  shop.yaml:4\n");
    expect(stdout).toMatch(/\n2 edits of the spec: 4 files with \+\d+ -\d+ lines\n$/);
  });

  it("exits with 2 when asked, and something differs", () => {
    const folder = edited();
    expect(diff(folder, "shop.yaml", "--exit-code").status).toBe(2);
    run(specc, folder, ["compile", "shop.yaml"]);
    expect(diff(folder, "shop.yaml", "--exit-code")).toEqual({ status: 0, stdout: "nothing changes\n", stderr: "" });
  });

  it("shows what somebody wrote into an output as explained by no edit", () => {
    const folder = project({ "shop.yaml": SHOP });
    run(specc, folder, ["compile", "shop.yaml"]);
    writeFileSync(join(folder, "out/shop/dev/kubernetes/namespace.yaml"), "kind: Namespace\n");
    expect(diff(folder, "shop.yaml").stdout).toMatch(
      /^no edit of the spec explains\n {2}kubernetes\/namespace\.yaml\n/,
    );
  });

  it("needs something to compare with", () =>
    expect(diff(project({ "shop.yaml": SHOP }), "shop.yaml")).toEqual({
      status: 3,
      stdout: "",
      stderr:
        "error: out holds no output of this environment\n  help: compile the spec, or name a revision to start from\n",
    }));
});

describe("diff BASE SPEC", () => {
  it("starts from another spec", () => {
    const folder = project({ "old.yaml": SHOP, "new.yaml": NEXT });
    expect(diff(folder, "old.yaml", "new.yaml").stdout).toContain("apps.web.replicas added: 3  new.yaml:6");
  });

  it("refuses a base that is nothing", () =>
    expect(diff(project({ "shop.yaml": SHOP }), "nothing", "shop.yaml")).toMatchObject({
      status: 3,
      stderr: expect.stringContaining("`nothing` is no file, no folder and no revision that git knows"),
    }));

  it("tells the errors of a side that does not compile", () => {
    const folder = project({ "old.yaml": INVALID, "new.yaml": NEXT });
    const { status, stdout, stderr } = diff(folder, "old.yaml", "new.yaml");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("old.yaml:6");
  });

  it("is told as a comment on a pull request, and as data", () => {
    const folder = project({ "old.yaml": SHOP, "new.yaml": NEXT });
    expect(diff(folder, "old.yaml", "new.yaml", "--format", "markdown").stdout).toContain(
      "<summary>`apps.web.replicas added: 3` in `new.yaml:6`",
    );
    expect(JSON.parse(diff(folder, "old.yaml", "new.yaml", "--format", "json").stdout)).toMatchObject({
      version: 1,
      unexplained: [],
      groups: [{ edit: { kind: "added", path: "apps.web.replicas", after: 3, line: 6 } }, {}],
    });
  });
});

it("diff --env --env compares two environments of a spec", () => {
  const folder = project({ "shop.yaml": `${SHOP}environments: {dev: {}, prod: {apps: {web: {replicas: 4}}}}\n` });
  const { stdout } = diff(folder, "--env", "dev", "--env", "prod", "shop.yaml");
  expect(stdout).toMatch(/^environment dev -> prod\n/);
  expect(stdout).toContain("apps.web.replicas added: 4  shop.yaml:7\n");
});
