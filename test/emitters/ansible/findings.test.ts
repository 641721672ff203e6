import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { ansible } from "../../../src/emitters/ansible/index.ts";
import { specc } from "../../support/specc.ts";
import { findingsOf } from "./files-of.ts";

const database = "database: {main: {engine: postgres, version: '16'}}\n";

describe("what Ansible cannot say", () => {
  it.each([
    ["a playbook without apps", "instances: {web: {}}", ["ansible-without-apps targets.0"]],
    [
      "a system whose packages nobody knows",
      'instances: {web: {image: beos-5}}\napps: {web: {image: "a/b:1"}}',
      ["ansible-system instances.web.image"],
    ],
    [
      "a group that Ansible has",
      'instances: {all: {}}\napps: {web: {image: "a/b:1"}}',
      ["ansible-group-name instances.all"],
    ],
    [
      "a profile that AWS refuses",
      `provider: {kind: aws, region: eu-west-1, naming: "it's \${self.name}"}\ninstances: {web: {}}\napps: {web: {image: "a/b:1"}}`,
      ["ansible-profile-name instances.web"],
    ],
    ["an image with braces", 'apps: {web: {image: "a/b{{c}}:1"}}', ["ansible-image apps.web.image"]],
    [
      "an image with braces in a var",
      'vars: {repository: "{{c}}"}\napps: {web: {image: "a/${vars.repository}:1"}}',
      ["ansible-image apps.web.image"],
    ],
    [
      "a late-bound argument",
      `${database}apps: {web: {image: "a/b:1", args: ["--db=\${database.main.host}"]}}`,
      ["ansible-late-bound apps.web.args.0"],
    ],
    [
      "a command that knows its machine",
      'apps: {web: {image: "a/b:1", command: ["${self.index}"]}}',
      ["ansible-late-bound apps.web.command.0"],
    ],
    [
      "a variable that is a word of its own",
      'vars: {tags: "1"}\napps: {web: {image: "a/b:${vars.tags}"}}',
      ["ansible-variable-name vars.tags"],
    ],
    ["nothing, where all is well", 'vars: {tags: "1"}\napps: {web: {image: "a/b:1", env: {TAGS: "${vars.tags}"}}}', []],
  ])("is %s", (_, fragment, findings) => expect(findingsOf(fragment)).toEqual(findings));
});

describe("no text of a spec becomes code of Ansible", () => {
  const hostile = JSON.parse(readFileSync("test/fixtures/hostile-strings.json", "utf8")) as readonly string[];
  const code = /\{\{.*?\}\}|\{%|\{#/g;
  const own = new Set([
    "{{ playbook_dir }}",
    "{{ placement.region }}",
    "{{ machine_packages }}",
    "{{ machine_snaps }}",
  ]);
  const literally = (text: string): string => text.replaceAll("$" + "{", "$$" + "{");

  it.each([...hostile, "{{ lookup('pipe', 'id') }}", "{% raw %}", "{# x #}"].map((text) => [text]))("%j", (text) => {
    const app = {
      image: "acme/web:1",
      description: literally(text),
      args: [literally(text)],
      env: { TEXT: literally(text) },
    };
    const { files } = specc(stringify({ targets: ["ansible"], apps: { web: app } }), [ansible]);
    const evaluated = [...files].filter(([path]) => path.endsWith(".yml")).map(([, { printed }]) => printed.text);
    for (const document of evaluated) expect(() => parse(document)).not.toThrow();
    expect(evaluated.flatMap((document) => document.match(code) ?? []).filter((found) => !own.has(found))).toEqual([]);
  });
});
