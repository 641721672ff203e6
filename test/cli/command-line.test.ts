import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { failureText } from "../../src/cli/bug.ts";
import { isColoured } from "../../src/cli/colour.ts";
import { emitters } from "../../src/emitters/index.ts";
import { builtSpecc, INVALID, project, run, SHOP } from "./support.ts";

const specc = builtSpecc();
const ask = (...args: readonly string[]) => run(specc, project({ "shop.yaml": SHOP }), args);

describe("the command line", () => {
  it.each(["--version", "-V"])("tells the package's version with %s", (flag) => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(ask(flag)).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
    expect(ask("compile", "--help", flag)).toMatchObject({ status: 0 });
  });

  it.each([
    [["compile", "shop.yaml", "--tagret", "nomad"], "did you mean --target?"],
    [["complie", "shop.yaml"], "did you mean compile?"],
    [["compile"], "missing required argument 'spec'"],
    [["compile", "shop.yaml", "--format", "xml"], "Allowed choices are text, json, github"],
    [["compile", "shop.yaml", "--color", "sometimes"], "Allowed choices are auto, always, never"],
    [["compile", "shop.yaml", "--var", "release"], "A variable is written as name=value."],
    [["compile", "shop.yaml", "--check", "--force"], "cannot be used with"],
    [["compile", "shop.yaml", "--out"], "argument missing"],
    [["explain"], "there is nothing to explain"],
    [["targets", "all"], "too many arguments"],
  ])("answers %j with 64 and what is wrong", (args, text) => {
    const { status, stdout, stderr } = ask(...args);
    expect({ status, stdout }).toEqual({ status: 64, stdout: "" });
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(text);
  });

  it("shows help on stderr when it is asked for nothing", () => {
    const { status, stdout, stderr } = ask();
    expect({ status, stdout }).toEqual({ status: 64, stdout: "" });
    expect(stderr).toMatch(/^Examples:\n {2}specc compile /);
  });

  it.each([["--help"], ["help"], ["compile", "--help"], ["help", "compile"], ["explain", "--help"]])(
    "opens help with examples: %s",
    (...args) => {
      const { status, stdout, stderr } = ask(...args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toMatch(/^Examples:\n {2}specc /);
    },
  );
});

describe("streams", () => {
  it("does not mind a reader that has had enough", async () => {
    const child = spawn(process.execPath, [specc, "schema"], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    let stderr = "";
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("is whole behind a slow pipe", () => {
    const { stdout } = spawnSync("sh", ["-c", '"$0" "$1" schema | (sleep 0.3; cat)', process.execPath, specc], {
      encoding: "utf8",
    });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync("schema/environment.schema.json", "utf8")));
  });

  it("says when its answer could not be written", () => {
    const command = '"$0" "$1" schema > /dev/full';
    const { status, stderr } = spawnSync("sh", ["-c", command, process.execPath, specc], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: "error: the standard output cannot be written: no space is left\n",
    });
  });

  it("works with both streams closed", () => {
    const folder = project({ "shop.yaml": SHOP });
    const command = '"$0" "$1" compile shop.yaml --format json >&- 2>&-';
    expect(spawnSync("sh", ["-c", command, process.execPath, specc], { cwd: folder }).status).toBe(0);
  });
});

describe("colour", () => {
  const ESCAPE = "\u001b[";
  const stderr = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): string =>
    run(specc, project({ "shop.yaml": INVALID }), ["validate", "shop.yaml", ...args], { environment }).stderr;

  it("is only for terminals, unless somebody says otherwise", () => {
    expect(stderr([])).not.toContain(ESCAPE);
    expect(stderr(["--color", "always"], { NO_COLOR: "1" })).toContain(ESCAPE);
    expect(stderr([], { FORCE_COLOR: "1" })).toContain(ESCAPE);
    expect(stderr([], { FORCE_COLOR: "1", NO_COLOR: "1" })).not.toContain(ESCAPE);
    expect(stderr(["--color", "never"], { FORCE_COLOR: "1" })).not.toContain(ESCAPE);
  });

  it("is never in data", () => {
    const { stdout } = run(specc, project({ "shop.yaml": INVALID }), ["validate", "shop.yaml", "--format", "json"], {
      environment: { FORCE_COLOR: "1" },
    });
    expect(stdout).not.toContain(ESCAPE);
  });

  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: "1" }, true, false],
    [{ NO_COLOR: "" }, true, true],
    [{ FORCE_COLOR: "1" }, false, true],
    [{ FORCE_COLOR: "0" }, true, false],
    [{ FORCE_COLOR: "" }, true, true],
    [{ TERM: "dumb" }, true, false],
    [{ TERM: "xterm" }, true, true],
  ])("follows %j where stderr is a terminal: %s", (environment, isTerminal, coloured) => {
    expect(isColoured("auto", environment, isTerminal)).toBe(coloured);
  });
});

describe("targets", () => {
  it("lists every target with what it emits", () => {
    const { status, stdout } = ask("targets");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^nomad: Nomad\n {2}.*apps\.service .*vars$/m);
    expect(stdout.match(/^\S+: /gm)).toHaveLength(emitters.length);
  });

  it("says all of it in JSON", () => {
    const { version, targets } = JSON.parse(ask("targets", "--format", "json").stdout);
    expect(version).toBe(1);
    expect(targets).toEqual(
      emitters.map(({ target, title, support, accompanies }) => ({
        target,
        title,
        selectable: accompanies === undefined,
        support,
      })),
    );
  });
});

describe("a bug", () => {
  it("says so, and how to report it, without what stood on the command line", () => {
    const text = failureText(
      new TypeError("x of undefined"),
      ["compile", "secret.yaml", "--var=a=hunter2", "-q"],
      "1.2.3",
    );
    expect(text).toBe(`error: this is a bug in specc (TypeError), not in your spec
  help: report it with the spec and these lines; with SPECC_DEBUG=1 they also say where it happened
  specc 1.2.3, Node ${process.version}, ${process.platform} ${process.arch}
  specc compile … --var=… -q
`);
  });

  it("is not what the system refuses", () => {
    const refused = Object.assign(new Error("ENOENT: uv_cwd"), { code: "ENOENT", syscall: "uv_cwd" });
    expect(failureText(refused, [], "1.2.3")).toBe(
      "error: the system answered ENOENT to uv_cwd, and specc could not go on\n",
    );
  });
});
