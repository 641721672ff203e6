import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkOutput } from "../../../src/cli/output/check.ts";
import { realDisk } from "../../../src/cli/output/disk.ts";
import { writeOutput } from "../../../src/cli/output/write.ts";
import { generationOf } from "./generations.ts";
import { ALL, FOLDER, scratch, textsOf, treeOf, write } from "./support.ts";

const GENERATIONS = 4;
const bundles = mkdtempSync(join(realpathSync(tmpdir()), "specc-bundle-"));
const writer = join(bundles, "writer.mjs");

beforeAll(() => {
  buildSync({
    entryPoints: ["test/fixtures/output-writer.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: writer,
  });
  chmodSync(bundles, 0o755);
});
afterAll(() => rmSync(bundles, { recursive: true }));

const expectedTexts = (generation: number): Readonly<Record<string, string>> =>
  Object.fromEntries([...generationOf(generation)].map(([path, { text }]) => [path.slice(FOLDER.length + 1), text]));

const ANY = Array.from({ length: GENERATIONS }, (_, generation) => expectedTexts(generation));
const ALWAYS = Object.keys(ANY[0] ?? {}).filter((path) => ANY.every((texts) => path in texts));

/** Paths that hold the whole of no generation's file, and paths that should have one and have none. */
function torn(root: string): readonly string[] {
  const found = Object.entries(textsOf(root)).filter(([path]) => !/^specc\.lock|^\.specc-tmp-/.test(path));
  const wrong = found.filter(
    ([path, text]) => text !== "an empty folder or a device" && !ANY.some((texts) => texts[path] === text),
  );
  const paths = new Set(found.map(([path]) => path));
  return [...wrong.map(([path]) => path), ...ALWAYS.filter((path) => !paths.has(path))];
}

/** Starts a compile that goes on for ever, and kills it in the middle of something. */
async function killed(root: string, after: number): Promise<void> {
  const child = spawn(process.execPath, [writer, root, "0", `${GENERATIONS - 1}`, "100000"]);
  const said: string[] = [];
  child.stdout.on("data", (data) => said.push(String(data)));
  await once(child.stdout, "data");
  await sleep(after);
  child.kill("SIGKILL");
  const [, signal] = await once(child, "exit");
  expect({ signal, said: said.join("") }).toEqual({ signal: "SIGKILL", said: "started\n" });
}

describe("a compile that is killed", () => {
  it("leaves whole files, and the next one goes on as if nothing had been", async () => {
    const root = scratch();
    writeOutput(root, FOLDER, generationOf(0), ALL);
    let interrupted = 0;
    for (let round = 0; round < 40; round += 1) {
      await killed(root, (round * 7.3) % 29);
      expect(torn(root)).toEqual([]);
      const generation = round % GENERATIONS;
      const { differences } = checkOutput(root, FOLDER, generationOf(generation), ALL);
      expect(differences.filter(({ state }) => state === "edited")).toEqual([]);
      interrupted += differences.some(({ state }) => state === "interrupted") ? 1 : 0;
      // Every other time the next killed process finds what this one has left.
      if (round % 2 === 0) continue;
      expect(writeOutput(root, FOLDER, generationOf(generation), ALL).failures).toEqual([]);
      expect(textsOf(root)).toEqual(expectedTexts(generation));
      expect(checkOutput(root, FOLDER, generationOf(generation), ALL)).toEqual({ differences: [], failures: [] });
    }
    expect(interrupted).toBeGreaterThan(4);
  });
});

describe("compiles at the same time", () => {
  it("take turns, and one of them wins", async () => {
    const root = scratch();
    const runs = Array.from({ length: GENERATIONS }, (_, generation) =>
      promisify(execFile)(process.execPath, [writer, root, `${generation}`, `${generation}`, "15"]),
    );
    const outcomes = await Promise.allSettled(runs);
    expect(outcomes).toEqual(runs.map(() => ({ status: "fulfilled", value: { stdout: "started\n", stderr: "" } })));
    const winner = ANY.findIndex((texts) => texts["terraform/part-0.tf"] === textsOf(root)["terraform/part-0.tf"]);
    expect(textsOf(root)).toEqual(expectedTexts(winner));
    expect(checkOutput(root, FOLDER, generationOf(winner), ALL).differences).toEqual([]);
  });

  it("give up on one that does not end", () => {
    const root = scratch();
    write(root, { a: "1" });
    const other = `.specc-tmp-${process.ppid}`;
    mkdirSync(join(root, FOLDER, other));
    const files = new Map([[`${FOLDER}/a`, { text: "2", target: undefined, executable: false }]]);
    const report = writeOutput(root, FOLDER, files, ALL, { disk: realDisk, patience: 100 });
    expect(report).toMatchObject({ written: [], failures: [{ kind: "locked", path: join(root, FOLDER, other) }] });
    expect(textsOf(root).a).toBe("1");
  });

  it("do not wait for a process that is dead, or for a number that somebody else has by now", async () => {
    const root = scratch();
    write(root, { a: "1" });
    const dead = spawn("true");
    await once(dead, "exit");
    mkdirSync(join(root, FOLDER, `.specc-tmp-${dead.pid}`));
    mkdirSync(join(root, FOLDER, `.specc-tmp-${process.ppid}`));
    const past = new Date(Date.now() - 3_600_000);
    utimesSync(join(root, FOLDER, `.specc-tmp-${process.ppid}`), past, past);
    expect(write(root, { a: "1" }).failures).toEqual([]);
    expect(textsOf(root)).toEqual({ a: "1" });
  });
});

describe("a folder that may not be written", () => {
  /** Root may write everywhere, so it lets nobody try. */
  const asNobody = (root: string): readonly [string, readonly string[]] =>
    process.getuid?.() === 0
      ? ["su", ["nobody", "-s", "/bin/sh", "-c", `"${process.execPath}" "${writer}" "${root}" 1 1`]]
      : [process.execPath, [writer, root, "1", "1"]];

  const run = async (root: string) => {
    const [command, args] = asNobody(root);
    const child = spawn(command, args, { cwd: "/" });
    const said: string[] = [];
    child.stdout.on("data", (data) => said.push(String(data)));
    const [code] = await once(child, "close");
    return { code, failures: JSON.parse(said.join("").replace("started\n", "") || "[]") };
  };

  it.each([
    ["the root", ""],
    ["the environment's folder", FOLDER],
    ["a target's folder", `${FOLDER}/terraform`],
  ])("stops the compile in one line and stays as it was: %s", async (_, part) => {
    const root = join(scratch(), "out");
    chmodSync(join(root, ".."), 0o755);
    if (part === "") mkdirSync(root);
    else writeOutput(root, FOLDER, generationOf(0), ALL);
    const before = treeOf(root);
    const open = part.endsWith("terraform") ? [FOLDER, `${FOLDER}/fleet`, `${FOLDER}/nomad`] : [];
    for (const path of open) chmodSync(join(root, path), 0o777);
    chmodSync(join(root, part), 0o555);

    const { code, failures } = await run(root);
    chmodSync(join(root, part), 0o755);
    expect(code).toBe(3);
    expect(failures).toMatchObject([{ kind: "io", message: "cannot be written or read: permission is denied" }]);
    expect(failures[0].path.startsWith(root)).toBe(true);
    expect(treeOf(root)).toEqual(before);
  });

  it("does not matter when nothing has to be written", async () => {
    const root = join(scratch(), "out");
    chmodSync(join(root, ".."), 0o755);
    writeOutput(root, FOLDER, generationOf(1), ALL);
    chmodSync(join(root, FOLDER), 0o555);
    expect(await run(root)).toEqual({ code: 0, failures: [] });
    chmodSync(join(root, FOLDER), 0o755);
    expect(existsSync(join(root, FOLDER, "specc.lock"))).toBe(true);
  });
});
