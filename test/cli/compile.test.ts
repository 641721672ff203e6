import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtSpecc, INVALID, project, run, SHOP, WARNED } from "./support.ts";

const specc = builtSpecc();
const compile = (folder: string, ...args: readonly string[]) => run(specc, folder, ["compile", "shop.yaml", ...args]);

/** A project with a spec that has been compiled. */
function compiledProject(): string {
  const folder = project({ "shop.yaml": SHOP });
  expect(compile(folder)).toMatchObject({ status: 0 });
  return folder;
}

const change = (folder: string, from: string, to: string): void =>
  writeFileSync(join(folder, "shop.yaml"), readFileSync(join(folder, "shop.yaml"), "utf8").replace(from, to));

const JOB = "out/shop/dev/nomad/web.nomad.hcl";

describe("compile", () => {
  it("writes the files and says so in one line on stderr", () => {
    const folder = project({ "shop.yaml": SHOP });
    const first = compile(folder);
    expect(first).toMatchObject({ status: 0, stdout: "" });
    expect(first.stderr).toMatch(/^shop \(dev\): (\d+) files in out\/shop\/dev, \1 written, 0 unchanged\n$/);
    expect(compile(folder).stderr).toMatch(/^shop \(dev\): (\d+) files in out\/shop\/dev, 0 written, \1 unchanged\n$/);
    expect(existsSync(join(folder, JOB))).toBe(true);
    expect(existsSync(join(folder, "out/shop/dev/specc.map.json"))).toBe(true);
  });

  it.each(["generate", "build"])("is also called %s", (alias) => {
    const folder = project({ "shop.yaml": SHOP });
    expect(run(specc, folder, [alias, "shop.yaml"])).toMatchObject({ status: 0 });
  });

  it("tells each file with -v and nothing with -q", () => {
    const folder = compiledProject();
    change(folder, "1.4.2", "1.4.3");
    const told = compile(folder, "--verbose").stderr.split("\n");
    expect(told).toContain(`written     ${JOB}`);
    expect(told).toContain("unchanged   out/shop/dev/kubernetes/namespace.yaml");
    expect(compile(folder, "--quiet")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("writes where -o says", () => {
    const folder = project({ "shop.yaml": SHOP });
    expect(compile(folder, "-o", "deep/er").stderr).toContain("files in deep/er/shop/dev,");
    expect(existsSync(join(folder, "deep/er/shop/dev/nomad/web.nomad.hcl"))).toBe(true);
  });

  it("gives variables their values", () => {
    const folder = project({ "shop.yaml": SHOP });
    expect(compile(folder, "--var", "release=9.9.9=x")).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, "out/shop/dev/kubernetes/web.deployment.yaml"), "utf8")).toContain("9.9.9=x");
  });

  it("compiles the environment that --env names", () => {
    const folder = project({ "shop.yaml": `${SHOP}environments: {dev: {}, prod: {}}\n` });
    expect(compile(folder, "--env", "prod").stderr).toContain("shop (prod): ");
    expect(existsSync(join(folder, "out/shop/prod"))).toBe(true);
  });

  it("reads a spec from the standard input", () => {
    const folder = project({ "base.yaml": SHOP });
    const answer = run(specc, folder, ["compile", "-"], { input: "specc: 1\nname: piped\nextends: [base.yaml]\n" });
    expect(answer).toMatchObject({ status: 0, stdout: "" });
    expect(answer.stderr).toContain("piped (dev): ");
  });

  it("writes the same bytes wherever it is called from", () => {
    const folder = project({ "specs/shop.yaml": SHOP });
    run(specc, folder, ["compile", "specs/shop.yaml"]);
    expect(run(specc, join(folder, "specs"), ["compile", "shop.yaml", "-o", "../out"]).stderr).toContain(" 0 written");
    expect(
      run(specc, "/", ["compile", join(folder, "specs/shop.yaml"), "-o", join(folder, "out"), "--check"]),
    ).toMatchObject({
      status: 0,
    });
  });

  it("writes nothing for an invalid spec, and shows where it is wrong", () => {
    const folder = project({ "shop.yaml": INVALID });
    const { status, stdout, stderr } = compile(folder);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(" --> shop.yaml:6:9 (apps.web.imgae)\n");
    expect(stderr).toContain("did you mean `image`?");
    expect(stderr).toMatch(/\nshop\.yaml is invalid: \d errors?\n$/);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("takes warnings for errors with --strict, and leaves them out with -q", () => {
    const folder = project({ "shop.yaml": WARNED });
    expect(compile(folder, "--strict").stderr).toContain("error[no-target-emits]");
    expect(compile(folder, "--strict")).toMatchObject({ status: 1 });
    expect(existsSync(join(folder, "out"))).toBe(false);
    expect(compile(folder, "--quiet")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(compile(folder).stderr).toMatch(/^warning\[no-target-emits\][\s\S]*, 1 warning\n$/);
  });

  it("leaves the folders of other targets alone with --target", () => {
    const folder = compiledProject();
    const manifest = "out/shop/dev/kubernetes/web.deployment.yaml";
    const before = readFileSync(join(folder, manifest), "utf8");
    appendFileSync(join(folder, manifest), "# mine\n");
    change(folder, "1.4.2", "1.4.3");
    expect(compile(folder, "--target", "nomad")).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, JOB), "utf8")).toContain("1.4.3");
    expect(readFileSync(join(folder, manifest), "utf8")).toBe(`${before}# mine\n`);
    expect(compile(folder, "--target", "kubernetes")).toMatchObject({ status: 3 });
    expect(compile(folder, "--target", "kubernetes", "--force")).toMatchObject({ status: 0 });
    expect(compile(folder, "--check")).toMatchObject({ status: 0 });
  });

  it("knows the targets of the environment", () => {
    const folder = project({ "shop.yaml": SHOP });
    const { status, stderr } = compile(folder, "--target", "nomda");
    expect(status).toBe(1);
    expect(stderr).toContain("did you mean `nomad`?");
  });

  it("keeps what somebody edited until --force", () => {
    const folder = compiledProject();
    appendFileSync(join(folder, JOB), "# mine\n");
    const { status, stderr } = compile(folder);
    expect(status).toBe(3);
    expect(stderr).toContain(`error: ${JOB} was edited by hand`);
    expect(stderr).toContain("--force");
    expect(stderr).toMatch(/\nshop \(dev\): nothing was written\n$/);
    expect(compile(folder, "--force")).toMatchObject({ status: 0 });
    expect(readFileSync(join(folder, JOB), "utf8")).not.toContain("mine");
  });

  it("compiles several specs one after another, and answers with the worst", () => {
    const folder = project({ "a.yaml": SHOP.replace("shop", "a"), "b.yaml": INVALID, "c.yaml": SHOP });
    const { status, stderr } = run(specc, folder, ["compile", "a.yaml", "b.yaml", "c.yaml"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^a \(dev\): [\s\S]*b\.yaml is invalid[\s\S]*shop \(dev\): /);
  });

  it("does not let one spec overwrite the output of another", () => {
    const folder = project({ "a.yaml": SHOP, "b.yaml": SHOP });
    const { status, stderr } = run(specc, folder, ["compile", "a.yaml", "b.yaml"]);
    expect(status).toBe(3);
    expect(stderr).toContain("error: out/shop/dev is already the output of a.yaml\n");
  });
});

describe("--check", () => {
  it("is fine with what was compiled", () => {
    const answer = compile(compiledProject(), "--check");
    expect(answer).toMatchObject({ status: 0, stdout: "" });
    expect(answer.stderr).toMatch(/^shop \(dev\): \d+ files in out\/shop\/dev are up to date\n$/);
  });

  it("lists what is stale, missing, edited and orphan, and writes nothing", () => {
    const folder = compiledProject();
    change(folder, "1.4.2", "1.4.3");
    rmSync(join(folder, "out/shop/dev/kubernetes/namespace.yaml"));
    appendFileSync(join(folder, "out/shop/dev/kubernetes/kustomization.yaml"), "# mine\n");
    const { status, stdout, stderr } = compile(folder, "--check");
    expect(status).toBe(2);
    expect(stdout).toContain("stale       out/shop/dev/nomad/web.nomad.hcl\n");
    expect(stdout).toContain("missing     out/shop/dev/kubernetes/namespace.yaml\n");
    expect(stdout).toContain("edited      out/shop/dev/kubernetes/kustomization.yaml\n");
    expect(stderr).toMatch(
      /^shop \(dev\): \d of \d+ files in out\/shop\/dev differ; compile shop\.yaml to renew them\n$/,
    );
    change(folder, "nomad, kubernetes", "kubernetes");
    expect(compile(folder, "--check").stdout).toContain("orphan      out/shop/dev/nomad/web.nomad.hcl\n");
    expect(readFileSync(join(folder, JOB), "utf8")).toContain("1.4.2");
  });

  it("finds everything missing where nothing was compiled", () => {
    const folder = project({ "shop.yaml": SHOP });
    expect(compile(folder, "--check")).toMatchObject({ status: 2 });
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("says first that a spec is invalid", () => {
    const folder = project({ "a.yaml": SHOP, "b.yaml": INVALID });
    expect(run(specc, folder, ["compile", "a.yaml", "b.yaml", "--check"])).toMatchObject({ status: 1 });
  });
});

it("foretells with --dry-run", () => {
  const folder = compiledProject();
  change(folder, "1.4.2", "1.4.3");
  const { status, stdout, stderr } = compile(folder, "--dry-run");
  expect(status).toBe(0);
  expect(stdout).toContain(`stale       ${JOB}\n`);
  expect(stderr).toMatch(/would change\n$/);
  expect(compile(folder, "--check")).toMatchObject({ status: 2 });
});

describe("--format json", () => {
  const json = (folder: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = compile(folder, "--format", "json", ...args);
    return { status, stderr, ...JSON.parse(stdout) };
  };

  it("has the files with their states", () => {
    const folder = project({ "shop.yaml": SHOP });
    const first = json(folder);
    expect(first).toMatchObject({ status: 0, stderr: "", version: 1, spec: "shop.yaml", environment: "dev" });
    expect(first).toMatchObject({ diagnostics: [], failures: [] });
    expect(first.files).toContainEqual({ path: JOB, state: "written" });
    expect(json(folder).files).toContainEqual({ path: JOB, state: "unchanged" });
    rmSync(join(folder, JOB));
    expect(json(folder, "--check").files).toContainEqual({ path: JOB, state: "missing" });
  });

  it("is complete when the spec is invalid", () => {
    const result = json(project({ "shop.yaml": INVALID }));
    expect(result).toMatchObject({ status: 1, environment: "dev", files: [], failures: [] });
    expect(result.diagnostics).toContainEqual({
      code: "unknown-key",
      severity: "error",
      message: expect.any(String),
      help: "did you mean `image`?",
      path: "apps.web.imgae",
      file: "shop.yaml",
      line: 6,
      column: 9,
      endLine: 6,
      endColumn: 14,
      related: [],
    });
  });

  it("is complete when there is no spec", () => {
    const result = json(project({}));
    expect(result).toMatchObject({ status: 3, spec: "shop.yaml", environment: null, files: [] });
    expect(result.diagnostics).toMatchObject([{ code: "file-unreadable", line: null }]);
  });

  it("is complete when the output cannot be written", () => {
    const folder = compiledProject();
    appendFileSync(join(folder, JOB), "# mine\n");
    const result = json(folder);
    expect(result).toMatchObject({ status: 3, diagnostics: [], files: [] });
    expect(result.failures).toMatchObject([{ kind: "edited", path: JOB, help: expect.stringContaining("--force") }]);
  });

  it("has a line for each of several specs", () => {
    const folder = project({ "a.yaml": SHOP, "b.yaml": INVALID });
    const { stdout } = run(specc, folder, ["compile", "a.yaml", "b.yaml", "--format", "json"]);
    const specs = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).spec);
    expect(specs).toEqual(["a.yaml", "b.yaml"]);
  });
});

describe("--format github", () => {
  it("annotates findings", () => {
    const { status, stdout, stderr } = compile(project({ "shop.yaml": INVALID }), "--format", "github");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=shop\.yaml,line=6,col=9,endLine=6,endColumn=14,title=unknown-key::/m);
    expect(stderr).toMatch(/^shop\.yaml is invalid: \d errors?\n$/);
  });

  it("annotates files that differ", () => {
    const folder = compiledProject();
    rmSync(join(folder, JOB));
    const { status, stdout } = compile(folder, "--format", "github", "--check");
    expect({ status, stdout }).toEqual({ status: 2, stdout: `::error file=${JOB},title=missing::${JOB} is missing\n` });
  });
});

describe("validate", () => {
  const validate = (text: string, ...args: readonly string[]) =>
    run(specc, project({ "shop.yaml": text }), ["validate", "shop.yaml", ...args]);

  it("says that a spec is valid", () => {
    expect(validate(SHOP)).toEqual({ status: 0, stdout: "", stderr: "shop (dev): the spec is valid\n" });
    expect(validate(WARNED).stderr).toMatch(/\nshop \(dev\): the spec is valid, 1 warning\n$/);
  });

  it("says what is wrong", () => {
    expect(validate(INVALID)).toMatchObject({ status: 1, stdout: "" });
    expect(validate(SHOP, "--env", "prod", "--var", "relase=1")).toMatchObject({ status: 1 });
  });

  it("tells no files in JSON", () => {
    expect(JSON.parse(validate(SHOP, "--format", "json").stdout)).toEqual({
      version: 1,
      spec: "shop.yaml",
      environment: "dev",
      diagnostics: [],
    });
  });
});
