import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Answer, builtSpecc, project, run, SHOP } from "./support.ts";

const built = dirname(builtSpecc());

const caches = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(".cache"));

/** Compiles with a copy of specc in which something has happened to V8's code. */
function compileAfter(change: (cache: string) => void): Answer {
  const folder = project({ "shop.yaml": SHOP });
  const dist = join(folder, "dist");
  cpSync(built, dist, { recursive: true });
  for (const name of caches(dist)) change(join(dist, name));
  return run(join(dist, "specc.js"), folder, ["compile", "shop.yaml"]);
}

const compiled = { status: 0, stdout: "", stderr: expect.stringMatching(/^shop \(dev\): \d+ files in .* written/) };

/** Whether V8 takes the code, in a process as specc's own. */
const REJECTED = `
const [program, cache] = process.argv.slice(1).map((path) => fs.readFileSync(path));
const script = new vm.Script(program.toString("latin1"), { cachedData: cache });
process.stdout.write(String(script.cachedDataRejected));
`;

describe("the code that V8 made of the program", () => {
  it("is there for this machine, and V8 takes it", () => {
    const [cache = "", ...others] = caches(built);
    expect([cache, others]).toEqual([`program-${process.version}-${process.platform}-${process.arch}.cache`, []]);
    const { stdout } = spawnSync(process.execPath, ["-e", REJECTED, join(built, "program.js"), join(built, cache)], {
      encoding: "utf8",
      env: {},
    });
    expect(stdout).toBe("false");
  });

  it("is not needed", () => expect(compileAfter((cache) => rmSync(cache))).toEqual(compiled));

  it("is not taken when it is cut off", () =>
    expect(compileAfter((cache) => truncateSync(cache, 10_000))).toEqual(compiled));

  it("is not taken by a Node with other options", () => {
    const folder = project({ "shop.yaml": SHOP });
    const options = { environment: { NODE_OPTIONS: "--stack-trace-limit=50 --max-old-space-size=200" } };
    expect(run(join(built, "specc.js"), folder, ["compile", "shop.yaml"], options)).toEqual(compiled);
  });
});

it("needs no program for its version", () => {
  const folder = project({});
  cpSync(join(built, "specc.js"), join(folder, "specc.js"));
  expect(run(join(folder, "specc.js"), folder, ["--version"])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^\d/),
  });
});
