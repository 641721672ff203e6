import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtSpecc, project, run, SHOP } from "./support.ts";

const specc = builtSpecc();
const validate = (folder: string, spec = "shop.yaml") => run(specc, folder, ["validate", spec]);
const extending = (path: string): string => `specc: 1\nname: over\nextends: ["${path}"]\n`;

describe("a spec that cannot be read", () => {
  it("is told when it is not there", () => {
    expect(validate(project({}))).toEqual({
      status: 3,
      stdout: "",
      stderr:
        "error[file-unreadable]: `shop.yaml` cannot be read: there is no such file\n  --> shop.yaml\n\nshop.yaml: a file could not be read\n",
    });
  });

  it.each<[string, string, (path: string) => void]>([
    ["a folder", "it is a folder", (path) => mkdirSync(path)],
    ["a pipe that nobody writes", "it is not a regular file", (path) => execFileSync("mkfifo", [path])],
    ["a link to a device", "it is not a regular file", (path) => symlinkSync("/dev/zero", path)],
    ["a link in a circle", "its symbolic links lead nowhere", (path) => symlinkSync("shop.yaml", path)],
    ["below a file", "there is no such file", () => {}],
  ])("is told when it is %s", (kind, problem, make) => {
    const folder = project({});
    make(join(folder, "shop.yaml"));
    const { status, stderr } = validate(folder, kind === "below a file" ? "package.json/shop.yaml" : "shop.yaml");
    expect(status).toBe(3);
    expect(stderr).toContain(problem);
  });

  it.each([
    ["utf-16-text", Buffer.from(SHOP, "utf16le")],
    ["not-utf-8", Buffer.from([...Buffer.from("name: "), 0xff])],
    ["file-too-large", Buffer.alloc(8 * 1024 * 1024 + 1, "#")],
  ])("is invalid when it is no text: %s", (code, bytes) => {
    const folder = project({ "shop.yaml": bytes });
    const { status, stderr } = validate(folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`^error\\[${code}\\]: .*\n  --> shop\\.yaml\n`));
  });

  it("is as large as a pipe may be", () => {
    const input = "#".repeat(8 * 1024 * 1024 + 1);
    expect(run(specc, project({}), ["validate", "-"], { input })).toMatchObject({ status: 1 });
  });
});

describe("extends", () => {
  it("is relative to the file that extends, up to the project's root", () => {
    const folder = project({
      "specs/teams/shop.yaml": extending("../common/base.yaml"),
      "specs/common/base.yaml": 'specc: 1\nextends: ["../../root.yaml"]\n',
      "root.yaml": SHOP,
    });
    expect(validate(folder, "specs/teams/shop.yaml")).toMatchObject({ status: 0 });
    expect(run(specc, join(folder, "specs"), ["validate", "teams/shop.yaml"])).toMatchObject({ status: 0 });
  });

  it("names files from the current folder", () => {
    const folder = project({ "specs/shop.yaml": extending("base.yaml"), "specs/base.yaml": `${SHOP}nmae: x\n` });
    expect(validate(folder, "specs/shop.yaml").stderr).toContain(" --> specs/base.yaml:7:1 (nmae)\n");
    expect(run(specc, join(folder, "specs"), ["validate", "shop.yaml"]).stderr).toContain(
      " --> base.yaml:7:1 (nmae)\n",
    );
    expect(run(specc, "/", ["validate", join(folder, "specs/shop.yaml")]).stderr).toContain(
      ` --> ${join(folder, "specs/base.yaml").slice(1)}:7:1 (nmae)\n`,
    );
  });

  it.each([
    ["by its name", "../outside.yaml"],
    ["by the root of the disk", "/etc/passwd"],
    ["by a link to a file", "link.yaml"],
    ["by a link to a folder", "folder/outside.yaml"],
  ])("never leaves the project %s", (_, path) => {
    const folder = project({ "inner/package.json": "{}", "inner/shop.yaml": extending(path), "outside.yaml": SHOP });
    symlinkSync("../outside.yaml", join(folder, "inner/link.yaml"));
    symlinkSync("..", join(folder, "inner/folder"));
    const { status, stderr } = validate(join(folder, "inner"));
    expect(status).toBe(3);
    expect(stderr).toContain(`\`${path}\` cannot be read: it lies outside the project\n --> shop.yaml:3:11\n`);
  });

  it("never leaves the spec's folder where there is no project", () => {
    const folder = project({ "a/.git": "", "a/b/shop.yaml": extending("../base.yaml"), "a/base.yaml": SHOP });
    expect(validate(join(folder, "a/b"))).toMatchObject({ status: 0 });
    const lone = project({ "base.yaml": SHOP });
    writeFileSync(join(lone, "shop.yaml"), extending("nothing.yaml"));
    expect(validate(lone).stderr).toContain(
      "`nothing.yaml` cannot be read: there is no such file\n --> shop.yaml:3:11",
    );
  });

  it("says why a base is no text", () => {
    const folder = project({ "shop.yaml": extending("base.yaml"), "base.yaml": Buffer.from(SHOP, "utf16le") });
    expect(validate(folder).stderr).toContain(
      "`base.yaml` cannot be read: the file is UTF-16 text\n --> shop.yaml:3:11\n",
    );
  });

  it("finds a circle through links", () => {
    const folder = project({ "shop.yaml": extending("loop/shop.yaml") });
    symlinkSync(".", join(folder, "loop"));
    expect(validate(folder)).toMatchObject({ status: 1 });
    expect(validate(folder).stderr).toContain("error[extends-cycle]");
  });
});
