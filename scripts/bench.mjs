// Measures whole processes against `node -e 0` in the same run: what counts is the ratio, since times move with the
// machine. Uses hyperfine where it is installed, else rounds of its own in which the commands take turns.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "specc-bench-"));
const compile = (...args) => [
  process.execPath,
  "dist/specc.js",
  "compile",
  ...args,
  "--quiet",
  "--out",
  join(folder, "out"),
];

const baseline = "node -e 0";
const commands = new Map([
  [baseline, [process.execPath, "-e", "0"]],
  ["specc --version", [process.execPath, "dist/specc.js", "--version"]],
  ["specc compile specs/minimal.yaml", compile("specs/minimal.yaml")],
  ["specc compile specs/dev.yaml", compile("specs/dev.yaml")],
]);

const seconds = (argv) => {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(argv[0], argv.slice(1), { encoding: "utf8" });
  if (status !== 0) throw new Error(`${argv.join(" ")}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
};

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Medians of rounds in which every command runs once, so that a slow moment of the machine hits all alike. */
const ownRounds = (rounds) => {
  const times = new Map([...commands.keys()].map((name) => [name, []]));
  for (const argv of commands.values()) seconds(argv);
  for (let round = 0; round < rounds; round++) for (const [name, argv] of commands) times.get(name).push(seconds(argv));
  return new Map([...times].map(([name, values]) => [name, median(values)]));
};

const quoted = (argv) => argv.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");

const hyperfine = () => {
  const report = join(folder, "report.json");
  const flags = ["--shell=none", "--warmup", "3", "--min-runs", "20", "--export-json", report];
  spawnSync("hyperfine", [...flags, ...[...commands.values()].map(quoted)], { stdio: "ignore" });
  const { results } = JSON.parse(readFileSync(report, "utf8"));
  return new Map([...commands.keys()].map((name, index) => [name, results[index].median]));
};

const installed = spawnSync("hyperfine", ["--version"]).status === 0;
const medians = installed ? hyperfine() : ownRounds(25);
const base = medians.get(baseline);
console.log(`Node ${process.version}, medians of ${installed ? "hyperfine" : "25 rounds"}\n`);
console.log("| command | seconds | ratio |\n|---|---|---|");
for (const [name, time] of medians) console.log(`| \`${name}\` | ${time.toFixed(3)} | ${(time / base).toFixed(2)} |`);
rmSync(folder, { recursive: true });
