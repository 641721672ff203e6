import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Origins, traced, tracedLines } from "../../src/formats/origin.ts";
import { printUnit } from "../../src/formats/unit/print.ts";
import {
  type Argument,
  assignment,
  command,
  commandLines,
  concatenation,
  type Directive,
  directive,
  section,
  specifier,
  type UnitValue,
  unit,
  variable,
  words,
} from "../../src/formats/unit/tree.ts";
import { printYaml } from "../../src/formats/yaml/print.ts";
import { embedded, yaml } from "../../src/formats/yaml/tree.ts";
import { anyString, hostileStrings } from "./strings.ts";
import { environmentIn, expanded, type Line, linesOf, wordsIn } from "./unit-reader.ts";

const at = (...path: readonly string[]): Origins[number] => ({ at: path });

const before = directive("Restart", "always");
const after = directive("RestartSec", "5");

const printed = (...directives: readonly Directive[]): string =>
  printUnit(unit([section("Service", [], [before, ...directives, after])])).text;

/** What stands between two directives that must still be there. */
function readBack(value: UnitValue): string {
  const [first, own, last, ...more]: readonly Line[] = linesOf(printed(directive("Value", value)));
  expect([first, last, more]).toEqual([
    { section: "Service", name: "Restart", value: "always" },
    { section: "Service", name: "RestartSec", value: "5" },
    [],
  ]);
  expect(own).toMatchObject({ section: "Service", name: "Value" });
  return own?.value ?? "";
}

const argvOf = (...argv: readonly Argument[]): readonly string[] =>
  expanded(wordsIn(readBack(command(["/bin/x", ...argv]))));

const sayable = (text: string): boolean => !/[\0\p{Cs}\p{Noncharacter_Code_Point}]/u.test(text);

describe("what systemd reads of a command", () => {
  test.each(hostileStrings)("%j", (text) => {
    expect(argvOf("-x", text, concatenation("a", text, "b"), "end")).toEqual([
      "/bin/x",
      "-x",
      text,
      `a${text}b`,
      "end",
    ]);
  });

  it("is the list of arguments that was printed, on one line or on many", () => {
    fc.assert(
      fc.property(fc.array(anyString.filter(sayable), { maxLength: 5 }), (argv) => {
        expect(argvOf(...argv)).toEqual(["/bin/x", ...argv]);
        const lines = [["/bin/x", "run"], ...argv.map((argument) => [argument, "--"])];
        expect(expanded(wordsIn(readBack(commandLines(lines))))).toEqual(lines.flat());
      }),
      { numRuns: 500 },
    );
  });

  it("is a literal for each string and a value for each specifier and variable", () => {
    const part = fc.oneof(anyString.filter(sayable), fc.constant(specifier("i")), fc.constant(variable("HOME")));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const wanted = parts.map((given) => (typeof given === "string" ? given : meaning[given.kind]));
        expect(argvOf(concatenation(...parts))).toEqual(["/bin/x", wanted.join("")]);
      }),
      { numRuns: 300 },
    );
  });
});

const meaning = { specifier: "<i>", variable: "<HOME>" };

describe("what systemd reads of an assignment", () => {
  test.each(hostileStrings)("%j", (text) => {
    expect(environmentIn(readBack(assignment("NAME", text)))).toEqual([`NAME=${text}`]);
  });

  it("is the value that was printed", () => {
    fc.assert(
      fc.property(anyString.filter(sayable), (text) => {
        expect(environmentIn(readBack(assignment("NAME", text)))).toEqual([`NAME=${text}`]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what systemd reads of a line", () => {
  it("is the text that was printed, or the text is refused", () => {
    const line = anyString.filter((text) =>
      /^(?!\s)[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]*(?<![\s\\])$/u.test(text),
    );
    fc.assert(
      fc.property(line, (text) => {
        expect(readBack(text).replaceAll("%%", "%")).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test.each(["a\nb", "a\rb", "a\\", " a", "a ", "\t", "a\u0001", "a\0b", "\ud800"])("refused: %j", (text) => {
    expect(() => printed(directive("Description", text))).toThrow("unit");
  });
});

describe("what cannot be said", () => {
  test.each(["a\0b", "\ud800", "\ufffe", "\ufdd0"])("in a command: %j", (text) => {
    expect(() => printed(directive("ExecStart", command(["/bin/x", text])))).toThrow("no unit can hold");
    expect(() => printed(directive("Environment", assignment("A", text)))).toThrow("no unit can hold");
  });

  test.each(["bin/x", "", "-/bin/x", "/bin/$x", "/bin/a b", '/bin/"x"', "/bin/x\n"])("no program: %j", (text) => {
    expect(() => printed(directive("ExecStart", command([text])))).toThrow("no path");
  });

  test.each(["", "a b", "a\tb", "a\nb", 'a"b', "a'b", "a\\x20b", "a;b", "#a"])("no word: %j", (text) => {
    expect(() => printed(directive("After", words("network.target", text)))).toThrow("no word");
  });

  test.each(["", "a b", "1A", "A=B", "a\n", "${X}"])("no name: %j", (name) => {
    expect(() => printed(directive("Environment", assignment(name, "x")))).toThrow("no variable");
    expect(() => printed(directive("ExecStart", command(["/bin/x", variable(name)])))).toThrow("no variable");
    expect(() => printed(directive("Description", specifier(name)))).toThrow("no specifier");
    expect(() => printed(directive(`${name} `, "x"))).toThrow("no directive");
    expect(() => printUnit(unit([section(`${name}]`, [], [])]))).toThrow("no section");
  });

  it("a command without a program", () => {
    expect(() => printed(directive("ExecStart", command([])))).toThrow("no line");
  });
});

const web = unit(
  [
    section(
      "Unit",
      [at("apps", "web")],
      [
        directive("Description", traced("Shop 100% open", at("apps", "web", "description"))),
        directive("After", words("docker.service", "network-online.target")),
        directive("RequiresMountsFor", concatenation("/srv/", specifier("i"))),
      ],
    ),
    section(
      "Service",
      [at("apps", "web")],
      [
        directive("Environment", traced(assignment("PRICE", 'from $5 "net"'), at("apps", "web", "env", "PRICE"))),
        directive("ExecStartPre", command(["/usr/bin/docker", "rm", "--force", "web"], "-")),
        directive(
          "ExecStart",
          commandLines([
            ["/usr/bin/docker", "run", "--rm"],
            traced(["--name", concatenation("web-", specifier("i"))], at("apps", "web")),
            ["--env", traced("PORT", at("apps", "web", "port"))],
            [variable("WEB_IMAGE")],
            traced(["#1; exit 50% of $HOME"], at("apps", "web", "args", "0"), at("args")),
          ]),
        ),
      ],
    ),
    section("Install", [], [directive("WantedBy", words("multi-user.target"))]),
  ],
  "Code generated",
);

it("is laid out as people write it", () => {
  expect(printUnit(web).text).toMatchInlineSnapshot(`
    "# Code generated

    [Unit]
    Description=Shop 100%% open
    After=docker.service network-online.target
    RequiresMountsFor=/srv/%i

    [Service]
    Environment="PRICE=from $5 \\"net\\""
    ExecStartPre=-/usr/bin/docker rm --force web
    ExecStart=/usr/bin/docker run --rm \\
      --name web-%i \\
      --env PORT \\
      \${WEB_IMAGE} \\
      "#1; exit 50%% of $$HOME"

    [Install]
    WantedBy=multi-user.target
    "
  `);
});

it("knows of each line why it is there, in a cloud-config as well", () => {
  const lines = tracedLines(printUnit(web)).map(({ value }) => value);
  const reasons = (origins: readonly Origins[]) => origins.map((line) => line.map(({ at }) => at.join(".")).join(", "));
  const own = printUnit(web);
  expect(lines.map((line, index) => [line, reasons(own.origins)[index]])).toMatchInlineSnapshot(`
    [
      [
        "# Code generated",
        "",
      ],
      [
        "",
        "",
      ],
      [
        "[Unit]",
        "apps.web",
      ],
      [
        "Description=Shop 100%% open",
        "apps.web.description",
      ],
      [
        "After=docker.service network-online.target",
        "apps.web",
      ],
      [
        "RequiresMountsFor=/srv/%i",
        "apps.web",
      ],
      [
        "",
        "",
      ],
      [
        "[Service]",
        "apps.web",
      ],
      [
        "Environment="PRICE=from $5 \\"net\\""",
        "apps.web.env.PRICE",
      ],
      [
        "ExecStartPre=-/usr/bin/docker rm --force web",
        "apps.web",
      ],
      [
        "ExecStart=/usr/bin/docker run --rm \\",
        "apps.web",
      ],
      [
        "  --name web-%i \\",
        "apps.web",
      ],
      [
        "  --env PORT \\",
        "apps.web.port",
      ],
      [
        "  \${WEB_IMAGE} \\",
        "apps.web",
      ],
      [
        "  "#1; exit 50%% of $$HOME"",
        "apps.web.args.0, args",
      ],
      [
        "",
        "",
      ],
      [
        "[Install]",
        "",
      ],
      [
        "WantedBy=multi-user.target",
        "",
      ],
    ]
  `);
  const file = { path: "/etc/systemd/system/web.service", content: embedded(own) };
  const outer = printYaml(yaml({ write_files: [traced(file, at("file"))] }));
  expect(outer.text.split("\n").slice(3, -1)).toEqual(lines.map((line) => (line === "" ? "" : `      ${line}`)));
  expect(reasons(outer.origins)).toEqual(["", "file", "file", ...reasons(own.origins).map((line) => line || "file")]);
});
