/**
 * Derives schema/providers/*.json anew from the packages that they come from. Those that are no dependency of ours, since
 * they are large and their schemas are committed, are installed in a folder beside the project and thrown away:
 *
 *   node scripts/rederive-provider-schemas.mjs [PROVIDER…]           # writes them
 *   node scripts/rederive-provider-schemas.mjs --check [PROVIDER…]   # says which are not what their package says, and fails
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process, { argv, execPath, stderr } from "node:process";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

/** Packages by provider; those of `node_modules` are there already. */
const INSTALLED = { aws: "node_modules/@cdktf/provider-aws" };
const FETCHED = {
  digitalocean: "@cdktf/provider-digitalocean@13.14.1",
  google: "@cdktf/provider-google@16.12.1",
};

const derived = (folder) =>
  execFileSync(execPath, ["scripts/derive-provider-schema.mjs", folder, "--print"], {
    cwd: PROJECT,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });

function fetched(specifier) {
  const folder = mkdtempSync(join(tmpdir(), "specc-provider-"));
  try {
    writeFileSync(join(folder, "package.json"), "{}\n");
    // What its classes are built on is not needed to ask them what they would write.
    const options = ["--no-save", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"];
    execFileSync("npm", ["install", ...options, specifier], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    return derived(join(folder, "node_modules", specifier.replace(/@[^@]+$/, "")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const fileOf = (provider) => join(PROJECT, "schema", "providers", `${provider}.json`);

const sources = {
  ...Object.fromEntries(
    Object.entries(INSTALLED).map(([provider, folder]) => [provider, () => derived(join(PROJECT, folder))]),
  ),
  ...Object.fromEntries(Object.entries(FETCHED).map(([provider, specifier]) => [provider, () => fetched(specifier)])),
};

const check = argv.includes("--check");
const named = argv.slice(2).filter((word) => word !== "--check");
for (const provider of named.length > 0 ? named : Object.keys(sources)) {
  if (!Object.hasOwn(sources, provider)) throw new Error(`no package is known for ${provider}`);
  const text = sources[provider]();
  if (!check) writeFileSync(fileOf(provider), text);
  else if (readFileSync(fileOf(provider), "utf8") !== text) {
    stderr.write(`schema/providers/${provider}.json is not what its package says\n`);
    process.exitCode = 1;
  }
}
