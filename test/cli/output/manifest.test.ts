import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkOutput } from "../../../src/cli/output/check.ts";
import { printManifest, readManifest, sha256 } from "../../../src/cli/output/manifest.ts";
import { ALL, compiled, FOLDER, scratch, textsOf, write } from "./support.ts";

const HASH = sha256("a");
const withFiles = (files: unknown): string => JSON.stringify({ specc: 1, files, rules: [] });

describe("a manifest", () => {
  it("is printed in one way", () =>
    expect(
      printManifest({
        files: new Map([
          ["b/x", { sha256: HASH, target: "b" }],
          ["B", { sha256: HASH, target: undefined }],
          ["a", { sha256: HASH, target: undefined }],
        ]),
        rules: ["zone-ttl", "app-port", "zone-ttl"],
      }),
    ).toBe(`{
  "specc": 1,
  "files": {
    "B": {
      "sha256": "${HASH}"
    },
    "a": {
      "sha256": "${HASH}"
    },
    "b/x": {
      "sha256": "${HASH}",
      "target": "b"
    }
  },
  "rules": [
    "app-port",
    "zone-ttl"
  ]
}
`));

  it("is read as it was printed", () => {
    const manifest = {
      files: new Map([
        ["a/__proto__", { sha256: HASH, target: "a" }],
        ["b", { sha256: HASH, target: undefined }],
      ]),
      rules: ["r"],
    };
    expect(readManifest(printManifest(manifest))).toEqual({ manifest });
  });

  it.each([
    "",
    "null",
    "[]",
    "1",
    '{"specc": 1',
    "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> main\n",
    '{"specc": 2, "files": {}, "rules": []}',
    '{"specc": 1, "rules": []}',
    '{"specc": 1, "files": [], "rules": []}',
    '{"specc": 1, "files": {}}',
    '{"specc": 1, "files": {}, "rules": [1]}',
    withFiles({ a: null }),
    withFiles({ a: { sha256: "x" } }),
    withFiles({ a: { sha256: HASH, target: 1 } }),
    withFiles({ "../../src/main.ts": { sha256: HASH } }),
    withFiles({ "/etc/passwd": { sha256: HASH } }),
    withFiles({ "a/../b": { sha256: HASH } }),
    withFiles({ ".git/config": { sha256: HASH } }),
    withFiles({ "specc.lock": { sha256: HASH } }),
  ])("that is foreign or broken is a finding: %j", (text) => {
    expect(readManifest(text)).toHaveProperty("problem");
    const root = scratch();
    mkdirSync(join(root, FOLDER), { recursive: true });
    writeFileSync(join(root, FOLDER, "specc.lock"), text);

    expect(checkOutput(root, FOLDER, compiled({ a: "a" }), ALL).differences).toEqual([
      { path: "shop/dev/a", state: "missing" },
      { path: "shop/dev/specc.lock", state: "edited" },
    ]);
    expect(write(root, { a: "a" }).failures).toMatchObject([
      { kind: "manifest", path: join(root, FOLDER, "specc.lock") },
    ]);
    expect(textsOf(root)).toEqual({});

    expect(write(root, { a: "a" }, { force: true }).failures).toEqual([]);
    expect(readManifest(readFileSync(join(root, FOLDER, "specc.lock"), "utf8"))).toHaveProperty("manifest");
  });

  it("that names a file outside never has it deleted, not even by force", () => {
    const root = scratch();
    mkdirSync(join(root, FOLDER), { recursive: true });
    writeFileSync(join(root, "precious"), "a");
    writeFileSync(join(root, FOLDER, "specc.lock"), withFiles({ "../../precious": { sha256: HASH } }));
    expect(write(root, {}, { force: true }).removed).toEqual([]);
    expect(readFileSync(join(root, "precious"), "utf8")).toBe("a");
  });

  it("lists every file with its target, and the rules", () => {
    const root = scratch();
    write(root, { "nomad/web.hcl": "a", "specc.map.json": "{}" }, { rules: ["app-port"] });
    const text = readFileSync(join(root, FOLDER, "specc.lock"), "utf8");
    expect(JSON.parse(text)).toEqual({
      specc: 1,
      files: { "nomad/web.hcl": { sha256: HASH, target: "nomad" }, "specc.map.json": { sha256: sha256("{}") } },
      rules: ["app-port"],
    });
  });
});
