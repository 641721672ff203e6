import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { type Node, Parser } from "commonmark";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { generate } from "../../scripts/templates.mjs";
import { type Origins, traced } from "../../src/formats/origin.ts";
import { printTemplate } from "../../src/formats/text/print-template.ts";
import { filled, type Template, type TemplateDocument } from "../../src/formats/text/template.ts";
import { anyString, hostileStrings } from "./strings.ts";
import * as templates from "./text/templates.gen.ts";

const at = (...path: readonly string[]): Origins[number] => ({ at: path });

const print = (template: Template, values: TemplateDocument["values"]): string =>
  printTemplate(filled(template, values)).text;

const sayable = (text: string): boolean => !/\0|\p{Cs}/u.test(text);

it("is compiled from the templates that are there", async () => {
  const made = await generate();
  expect([...made.keys()]).toContain("test/formats/text/templates.gen.ts");
  for (const [path, text] of made) expect(existsSync(path) && readFileSync(path, "utf8"), path).toBe(text);
});

describe("strict mode", () => {
  test.each(["text", "", 1, true, ["a"], { a: 1 }])("prints no value without a filter: %j", (x) => {
    expect(() => print(templates.bare, { x })).toThrow("without the filter of its language");
  });

  it("knows no value that is not there", () => {
    expect(() => print(templates.bare, {})).toThrow("undefined");
    expect(() => print(templates.runbookMd, { apps: [], header: "x" })).toThrow("no text and no number");
  });

  test.each([
    ["safe", templates.safe, "filter not found"],
    ["constructor", templates.constructor, "filter not found"],
    ["twice", templates.twice, "no text and no number"],
    ["joined", templates.joined, "without the filter"],
    ["list", templates.list, "no text and no number"],
  ])("has no other way out: %s", (_, template, complaint) => {
    expect(() => print(template, { x: "a", list: ["a"] })).toThrow(complaint);
  });

  it("renders no data again", () => {
    expect(print(templates.machinesRb, { values: ["{{ 7*7 }}", "{% raw %}"] })).toBe(
      'puts "{{ 7*7 }}"\nputs "{% raw %}"\n',
    );
  });
});

/** What a program of the machine writes when it runs a rendered template; one NUL ends each value. */
function valuesFrom(command: readonly [string, ...string[]], script: string): readonly string[] {
  const [program, ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, [...args], { input: script, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.split("\0").slice(0, -1);
}

const random = fc.sample(anyString.filter(sayable), { numRuns: 300, seed: 1 });
const strings = [...hostileStrings, ...random, "if", "done", "a=b", "~", "-n", "8080"];

test.each([["sh"], ["bash", "--posix"]] as const)("what %s reads is what was printed", (...command) => {
  const script = print(templates.deploySh, { header: "why\nid", values: strings });
  expect(valuesFrom(command, script)).toEqual([...strings, `--x=${strings[0]}`]);
});

describe("what a reader of Markdown sees", () => {
  const shown = anyString.filter((text) => sayable(text) && !/[^\P{Cc}\t\n\r]/u.test(text));
  const isEmpty = (text: string) => text === "";

  /** Kinds of blocks and spans, in order, and the texts between them. */
  function outline(text: string): readonly string[] {
    const found: string[] = [];
    const walker = new Parser().parse(print(templates.pageMd, { x: text })).walker();
    for (let step = walker.next(); step !== null; step = walker.next()) if (step.entering) add(found, step.node);
    return found;
  }

  function add(found: string[], { type, literal }: Node): void {
    const before = found.at(-1);
    if (type !== "text" && type !== "code") found.push(type === "html_inline" ? `${literal}` : type);
    else if (type === "code") found.push("<code>", `"${literal}"`, "</code>");
    else if (before?.startsWith('"')) found.push(`"${`${found.pop()}`.slice(1, -1)}${literal}"`);
    else found.push(`"${literal}"`);
  }

  const expected = (text: string) => [
    "document",
    "heading",
    `"${text}"`,
    "paragraph",
    `"${text}"`,
    "list",
    "item",
    "paragraph",
    `"${text}: "`,
    "<code>",
    `"${text}"`,
    "</code>",
  ];

  test.each(hostileStrings.filter((text) => !isEmpty(text) && !/[^\P{Cc}\t\n\r]/u.test(text)))("%j", (text) => {
    expect(outline(text)).toEqual(expected(text));
  });

  test.each(["- x", "+", "1. x", "12) x", "===", "---", "***", "# x", "> x", "    code", "x  ", "http://x.y", "a  b"])(
    "%j",
    (text) => {
      expect(outline(text)).toEqual(expected(text));
    },
  );

  it("is the text that was printed", () => {
    fc.assert(
      fc.property(
        shown.filter((text) => !isEmpty(text)),
        (text) => {
          expect(outline(text)).toEqual(expected(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each(["\u001b[31mred", "a\0b", "\ud800", "\u0085"])("refused: %j", (text) => {
    expect(() => print(templates.pageMd, { x: text })).toThrow("Markdown cannot say");
  });

  it("is one line of a code block, or the value is refused", () => {
    const apps = (image: string) => ({ name: "shop", header: "x", apps: [{ name: "web", image }] });
    expect(print(templates.runbookMd, apps("x `y`\u0020```"))).toContain("docker pull -- 'x `y` ```'\n");
    expect(() => print(templates.runbookMd, apps("x\n```\n# y"))).toThrow("a line of a shell cannot say");
  });
});

it("quotes for Ruby", () => {
  const values = ["plain", '#{`id`} #$0 #@x # #a "', "a\r\nb", "\u202e\u{1f600}\u{e0041}\u0001\u007f"];
  expect(print(templates.machinesRb, { values })).toMatchInlineSnapshot(`
    "puts "plain"
    puts "\\#{\`id\`} \\#$0 \\#@x # #a \\""
    puts "a\\r\\nb"
    puts "\\u{202e}😀\\u{e0041}\\u0001\\u{7f}"
    "
  `);
});

it("is laid out as the template is, with each line's reasons", () => {
  const app = (name: string) => traced({ name, image: traced(`acme/${name}:1|2`, at(name, "image")) }, at(name));
  const values = {
    name: traced("shop", at("name")),
    summary: traced("Two *shops*\nin one", at("summary")),
    header: "Code generated",
    apps: traced([app("web"), app("worker")], at("apps")),
  };
  const printed = printTemplate(filled(templates.runbookMd, values, [at("runbook")]));
  const reasons = printed.origins.map((line) => line.map(({ at }) => at.join(".")).join(", "));
  expect(printed.text.split("\n").map((line, index) => `${(reasons[index] ?? "").padEnd(24)}| ${line}`))
    .toMatchInlineSnapshot(`
    [
      "name                    | # Deploy shop",
      "runbook                 | ",
      "summary                 | Two \\*shops\\*&#10;in one",
      "runbook                 | ",
      "runbook                 | | app | image |",
      "runbook                 | |---|---|",
      "web.image               | | web | <code>acme/web:1&#124;2</code> |",
      "worker.image            | | worker | <code>acme/worker:1&#124;2</code> |",
      "runbook                 | ",
      "runbook                 | \`\`\`sh",
      "runbook                 | # Code generated",
      "web.image               | docker pull -- 'acme/web:1|2'",
      "worker.image            | docker pull -- 'acme/worker:1|2'",
      "runbook                 | \`\`\`",
      "                        | ",
    ]
  `);
});

it("gives a value's reason to each of its lines", () => {
  const values = [traced("a\nb", at("one")), traced("c", at("two"))];
  const printed = printTemplate(filled(templates.deploySh, { header: "x", values }));
  expect(printed.origins.map((line) => line.map(({ at }) => at.join(".")))).toEqual([
    [],
    [],
    ["one"],
    ["one", "two"],
    ["one"],
  ]);
});
