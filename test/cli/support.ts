import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

const temporaryFolder = (): string => mkdtempSync(join(realpathSync(tmpdir()), "specc-cli-"));

/** The command line as it ships, built once for a test file. */
export function builtSpecc(): string {
  const folder = temporaryFolder();
  execFileSync(process.execPath, ["scripts/build.mjs", folder]);
  afterAll(() => rmSync(folder, { recursive: true }));
  return join(folder, "specc.js");
}

/** A spec without a word to say about it, for two targets. */
export const SHOP = `specc: 1
name: shop
targets: [nomad, kubernetes]
vars: {release: "1.4.2"}
apps:
  web: {image: "ghcr.io/acme/web:\${vars.release}"}
`;

/** Valid, with a warning: neither target emits \`dns\`. */
export const WARNED = `${SHOP}dns: {main: {domain: example.com}}\n`;

export const INVALID = SHOP.replace("image", "imgae");

/** A project folder of its own for one test. */
export function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries({ "package.json": "{}", ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs specc in a folder, as a shell would. */
export function run(
  specc: string,
  folder: string,
  args: readonly string[],
  { input = "", environment = {} }: Surroundings = {},
): Answer {
  const { PATH = "" } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [specc, ...args], {
    cwd: folder,
    input,
    env: { PATH, ...environment },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}
