import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

interface Packed {
  readonly files: readonly { readonly path: string; readonly mode: number }[];
  readonly size: number;
  readonly unpackedSize: number;
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly dev?: true }>>;
}

const MEGABYTE = 1_000_000;

const json = (text: string): unknown => JSON.parse(text);

/** What `npm pack` would pack, after the build that it would run. */
function pack(): Packed {
  execFileSync(process.execPath, ["scripts/build.mjs"]);
  const listed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--offline"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return (json(listed) as readonly [Packed])[0];
}

let packed: Packed;
beforeAll(() => {
  packed = pack();
});

describe("the package", () => {
  it("holds what runs, what an editor reads, and what npm always adds", () => {
    const paths = packed.files.map(({ path }) => path.replace(/-v[\d.]+-\w+-\w+\.cache$/, "-<machine>.cache"));
    expect(paths.filter((path) => path !== "README.md").sort()).toEqual([
      "LICENSE",
      "dist/package.json",
      "dist/program-<machine>.cache",
      "dist/program.js",
      "dist/specc.js",
      "package.json",
      "schema/environment.schema.json",
    ]);
  });

  it("is small", () => expect(packed.unpackedSize).toBeLessThan(5 * MEGABYTE));

  it("can be run", () =>
    expect(packed.files.filter(({ mode }) => (mode & 0o111) !== 0).map(({ path }) => path)).toEqual(["dist/specc.js"]));
});

describe("what is installed with the package", () => {
  const { dependencies } = json(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };
  const { packages } = json(readFileSync("package-lock.json", "utf8")) as LockFile;
  const installed = Object.entries(packages).filter(([path, { dev }]) => path !== "" && dev !== true);

  it("is what the project names", () =>
    expect(Object.keys(dependencies)).toEqual(["ajv", "commander", "diff", "nunjucks", "yaml"]));

  it("is pinned", () =>
    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]));

  it("needs nothing of the CDK for Terraform, which only tests and generators read", () => {
    expect(installed.length).toBeGreaterThan(4);
    expect(installed.map(([path]) => path).filter((path) => /cdktf|constructs/.test(path))).toEqual([]);
  });
});
