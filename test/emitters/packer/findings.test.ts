import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { packer } from "../../../src/emitters/packer/index.ts";
import { compileText, specc } from "../../support/specc.ts";
import { findingsOf } from "./template-of.ts";

const app = "apps: {web: {image: 'acme/web:1.4.2'}}\n";
const node = "images: {node: {kind: machine, base: ubuntu-24.04, builder: packer}}\ninstances: {main: {image: node}}\n";

describe("what Packer cannot say", () => {
  it.each([
    [
      "an unknown system",
      `${app}instances: {main: {image: node}}\nimages: {node: {kind: machine, base: beos-5, builder: packer}}`,
      ["packer-system images.node.base"],
    ],
    [
      "an image that is built on itself",
      `${app}instances: {main: {image: node}}\nimages: {node: {kind: machine, base: node, builder: packer}}`,
      ["packer-cycle images.node.base"],
    ],
    [
      "an image for nothing",
      "images: {node: {kind: machine, base: debian-12, builder: packer}}",
      ["packer-nothing-installed images.node"],
    ],
    [
      "a name that AWS refuses",
      `${app}${node}provider: {kind: aws, region: eu-west-1, naming: "a*\${self.name}"}`,
      ["packer-image-name images.node"],
    ],
    [
      "a name that is too long",
      `${app}${node}provider: {kind: aws, region: eu-west-1, naming: "${"a".repeat(120)}"}`,
      ["packer-image-name images.node"],
    ],
    ["nothing, where all is well", `${app}${node}`, []],
  ])("is %s", (_, fragment, findings) => expect(findingsOf(fragment)).toEqual(findings));

  it("is a build without a provider", () => {
    const { diagnostics } = compileText(`specc: 1\nname: shop\ntargets: [packer, ansible]\n${app}${node}`, [packer]);
    expect(diagnostics.map(({ code }) => code)).toContain("packer-without-provider");
  });

  it("is a playbook that nobody writes", () => {
    const { diagnostics } = specc(`targets: [packer]\n${app}${node}`, [packer]);
    expect(diagnostics.map(({ code }) => code)).toContain("packer-without-ansible");
  });
});

describe("no text of a spec becomes code of Packer", () => {
  const hostile = JSON.parse(readFileSync("test/fixtures/hostile-strings.json", "utf8")) as readonly string[];
  const own = new Set(["{{timestamp}}", "{{template_dir}}", "{{user `region`}}", "{{user `instance_type`}}"]);
  const codeIn = (text: string): readonly string[] => text.match(/\{\{.*?(?:\}\}|$)/gm) ?? [];

  it.each(hostile.map((text) => [text]))("%j", (text) => {
    const spec = stringify({
      targets: ["packer", "ansible"],
      vars: { region: { default: text, type: "string" } },
      provider: { kind: "aws", region: "$" + "{vars.region}", naming: `${text.replaceAll("$" + "{", "$$" + "{")}` },
      images: { node: { kind: "machine", base: "ubuntu-24.04", builder: "packer" } },
    });
    const { files, diagnostics } = specc(spec, [packer]);
    const template = files.get("packer/node.json")?.printed.text;
    expect(template === undefined ? diagnostics.length > 0 : codeIn(template).every((code) => own.has(code))).toBe(
      true,
    );
  });
});
