import { describe, expect, it } from "vitest";
import type { Emitter } from "../../src/compiler/emitter.ts";
import type { Document } from "../../src/formats/document.ts";
import { because, block, hcl, object } from "../../src/formats/hcl/tree.ts";
import { json } from "../../src/formats/json/tree.ts";
import { traced } from "../../src/formats/origin.ts";
import { text } from "../../src/formats/text/tree.ts";
import { yaml } from "../../src/formats/yaml/tree.ts";
import { everything } from "../support/emitters.ts";
import { specc } from "../support/specc.ts";

const emitting = (path: string, document: Document): Emitter => ({
  target: "terraform",
  title: "Terraform",
  support: everything("emits"),
  checks: [],
  emit: () => [{ path, at: ["name"], document }],
});

const manifest = yaml({ spec: traced({ replicas: traced(3, { at: ["name"] }), list: ["a", "b"] }, { at: ["name"] }) });
const database = hcl([
  because(
    [{ at: ["name"] }],
    block(["resource", "aws_db_instance", "main"], { port: 5432, tags: object({ Name: "main" }) }),
  ),
  block(["resource", "aws_security_group", "a"], {}, [
    block(["ingress"], { from_port: 1 }),
    block(["ingress"], { from_port: 2 }),
  ]),
]);

const overriding = (path: string, document: Document, overrides: string) => {
  const compilation = specc(`overrides: {"terraform/${path}": ${overrides}}`, [emitting(path, document)]);
  const codes = compilation.diagnostics.map(({ code }) => code);
  return codes.length > 0 ? codes : compilation.files.get(`terraform/${path}`)?.printed.text;
};

describe("an override", () => {
  it("replaces, adds and removes values of YAML", () => {
    const changes = `{
      /spec/replicas: {expect: 3, set: 5, reason: load},
      /spec/paused: {set: true, reason: freeze},
      /spec/list/0: {expect: a, set: null, reason: gone}}`;
    expect(overriding("m.yaml", manifest, changes)).toContain(
      "spec:\n  replicas: 5\n  list:\n    - b\n  paused: true\n",
    );
  });

  it("replaces values of JSON", () => {
    expect(overriding("m.json", json({ a: { b: 1 } }), "{/a/b: {expect: 1, set: {c: [2]}, reason: r}}")).toContain(
      '"c": [',
    );
  });

  it("goes by block headers into HCL, counting blocks that are alike", () => {
    const changes = `{
      /resource/aws_db_instance/main/port: {expect: 5432, set: 5433, reason: r},
      /resource/aws_db_instance/main/tags/Name: {expect: main, set: "$\${not.a.reference}", reason: r},
      /resource/aws_db_instance/main/iops: {set: 3000, reason: r},
      /resource/aws_security_group/a/ingress/1/from_port: {expect: 2, set: 3, reason: r}}`;
    const printed = overriding("m.tf", database, changes);
    expect(printed).toContain("port = 5433");
    expect(printed).toContain('Name = "$${not.a.reference}"');
    expect(printed).toContain("iops = 3000");
    expect(printed).toContain("from_port = 1");
    expect(printed).toContain("from_port = 3");
  });

  it("is refused when it finds another value, nothing, no place or no file", () => {
    expect(overriding("m.yaml", manifest, "{/spec/replicas: {expect: 4, set: 5, reason: r}}")).toEqual([
      "override-mismatch",
    ]);
    expect(overriding("m.yaml", manifest, "{/spec/replicas: {set: 5, reason: r}}")).toEqual(["override-mismatch"]);
    expect(overriding("m.yaml", manifest, "{/spec/replicas: {expect: 3, set: 3, reason: r}}")).toEqual([
      "override-without-effect",
    ]);
    expect(overriding("m.yaml", manifest, "{/spec/template/a: {set: 3, reason: r}}")).toEqual([
      "override-without-place",
    ]);
    expect(overriding("m.txt", text(["a"]), "{/a: {set: 3, reason: r}}")).toEqual(["override-without-place"]);
    const { diagnostics } = specc('overrides: {"terraform/n.tf": {/a: {set: 1, reason: r}}}', [
      emitting("m.tf", database),
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["override-without-file"]);
  });

  it("is the origin of what it sets", () => {
    const { files } = specc('overrides: {"terraform/m.yaml": {/spec/replicas: {expect: 3, set: 5, reason: r}}}', [
      emitting("m.yaml", manifest),
    ]);
    const { text: printed, origins } = files.get("terraform/m.yaml")?.printed ?? { text: "", origins: [] };
    const line = printed.split("\n").indexOf("  replicas: 5");
    expect(origins[line]).toEqual([{ at: ["overrides", "terraform/m.yaml", "/spec/replicas"] }]);
  });
});
