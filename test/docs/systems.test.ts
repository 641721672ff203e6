import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** How many rows the authors' documents come to, by system. */
const systems = { S0: 51, S1: 81, S2: 62, S3: 61, S4: 53 } as const;

interface Row {
  readonly id: string;
  readonly artifacts: readonly string[];
  readonly judgedBy: string;
}

const rows: readonly Row[] = readFileSync("docs/systems.md", "utf8")
  .split("\n")
  .filter((line) => /^\| S\d-\d+ \|/.test(line))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .map(([, id = "", , artifacts = "", judgedBy = ""]) => ({
    id,
    artifacts: [...artifacts.matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path),
    judgedBy,
  }));

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).map((path) => `${folder}/${String(path)}`) : [];

const golden = filesBelow("golden");

const literally = (text: string): string => text.replace(/[.+^${}()|[\]\\?]/g, "\\$&");

/** `cluster/*\/nomad/*.nomad.hcl`: a star is a part of a name. */
const isThere = (path: string): boolean => {
  const pattern = path.split("*").map(literally).join("[^/]*");
  return golden.some((file) => new RegExp(`^golden/${pattern}$`).test(file));
};

/** The ids that titles of tests begin with; one title may name several: `S2-41 S2-42 …`. */
const tested = new Set(
  ["test/systems", "test/real"]
    .flatMap(filesBelow)
    .filter((file) => file.endsWith(".test.ts"))
    .flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/["'`]((?:S\d-\d+ )+)/g)].flatMap(([, ids = ""]) =>
        ids.trim().split(" "),
      ),
    ),
);

const written = Object.entries(systems).filter(([system]) => rows.some(({ id }) => id.startsWith(system)));

describe("docs/systems.md", () => {
  it.each(written)("lists every row of %s once, in order", (system, count) => {
    const expected = Array.from({ length: count }, (_, index) => `${system}-${String(index + 1).padStart(2, "0")}`);
    expect(rows.map(({ id }) => id).filter((id) => id.startsWith(system))).toEqual(expected);
  });

  it.each(rows)("$id is judged as it says", ({ id, judgedBy }) => {
    if (judgedBy === "test") expect(tested).toContain(id);
    else expect(judgedBy).toMatch(/^no test: \S+ \S+/);
  });

  it.each(rows)("$id names artifacts that are there", ({ artifacts }) => {
    expect(artifacts.filter((path) => !isThere(path))).toEqual([]);
  });

  it("has a row for every tested id", () =>
    expect([...tested].filter((id) => !rows.some((row) => row.id === id))).toEqual([]));
});
