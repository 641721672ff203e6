import { describe, expect, it } from "vitest";
import { type Diagnostic, diagnose } from "../../../src/compiler/diagnostics/diagnostic.ts";
import { renderGithub } from "../../../src/compiler/diagnostics/render/github.ts";
import { jsonDiagnostics } from "../../../src/compiler/diagnostics/render/json.ts";
import { type LocatedDiagnostic, locateDiagnostics } from "../../../src/compiler/diagnostics/render/located.ts";
import { renderText } from "../../../src/compiler/diagnostics/render/text.ts";
import { type SourceFile, sourceFile } from "../../../src/compiler/source/source-file.ts";
import { loadSpec, type ReadFile } from "../../../src/compiler/spec/load.ts";

const spec = `specc: 1
name: shop
apps:
  web:
    image: "ghcr.io/acme/web:1"
    port: 8080
  api:
    image: "ghcr.io/acme/api:1"

    port: 8080
`;

const read: ReadFile = () => ({ problem: "there is no such file" });

/** Findings about the text of one spec, with their places looked up. */
function located(text: string, diagnostics: readonly Diagnostic[], variables: Readonly<Record<string, string>> = {}) {
  const file = sourceFile("specs/dev.yaml", text);
  const choice = { variables: new Map(Object.entries(variables)) };
  const { value: merged } = loadSpec(file.path, () => file, choice);
  return locateDiagnostics(diagnostics, { merged, files: new Map([[file.path, file]]) });
}

const rendered = (text: string, ...diagnostics: readonly Diagnostic[]): string =>
  renderText(located(text, diagnostics));

/** A finding about a part of a text that nobody parsed. */
function about(text: string, part: string): string {
  const file = sourceFile("specs/dev.yaml", text);
  const start = text.indexOf(part);
  const place = { span: { file: file.path, start, end: start + part.length } };
  const files = new Map<string, SourceFile>([[file.path, file]]);
  return renderText(locateDiagnostics([diagnose("no-target", place, {})], { merged: undefined, files }));
}

/** The line of the spec and the line of carets below it. */
const frameOf = (rendering: string): readonly string[] => rendering.split("\n").slice(3, 5);

const portTaken = diagnose("port-taken", ["apps", "api", "port"], { port: 8080, owner: "web" }, [
  { place: { at: ["apps", "web", "port"] }, message: "taken here" },
]);

describe("text", () => {
  it("shows the line, the related line, and what to do", () => {
    expect(rendered(spec, portTaken)).toBe(`error[port-taken]: port 8080 is already taken by \`web\`
  --> specs/dev.yaml:10:11 (apps.api.port)
   |
10 |     port: 8080
   |           ^^^^
 --> specs/dev.yaml:6:11 (apps.web.port)
  |
6 |     port: 8080
  |           ^^^^ taken here
  help: give one of the two apps another \`port\`, or run it elsewhere
`);
  });

  it("points at the head of the nearest written ancestor of what nobody wrote", () => {
    const missing = diagnose("missing-key", ["apps", "web", "health", "http"], { key: "http", where: "apps.web" });
    expect(rendered(spec, missing)).toContain(
      " --> specs/dev.yaml:4:3 (apps.web.health.http)\n  |\n4 |   web:\n  |   ^^^\n",
    );
  });

  it("points at a key when the key is what is wrong", () => {
    const place = { at: ["apps", "web", "port"], part: "key" } as const;
    const unknown = diagnose("unknown-key", place, { key: "port", where: "`apps.web`", known: [], near: undefined });
    expect(frameOf(rendered(spec, unknown))).toEqual(["6 |     port: 8080", "  |     ^^^^"]);
  });

  it("comes in the order of the file", () => {
    const first = diagnose("no-target", ["name"], {});
    const order = located(spec, [portTaken, first]).map(({ code }) => code);
    expect(order).toEqual(["no-target", "port-taken"]);
  });

  it("has no frame for a file that could not be read", () => {
    const { diagnostics } = loadSpec("specs/dev.yaml", read, {});
    expect(renderText(locateDiagnostics(diagnostics, { merged: undefined, files: new Map() }))).toBe(
      "error[file-unreadable]: `specs/dev.yaml` cannot be read: there is no such file\n  --> specs/dev.yaml\n",
    );
  });

  it("has no frame for a value of the command line", () => {
    const text = `${spec}vars: {host: a.example.com}\n`;
    const limit = diagnose("variable-limit", ["vars", "host", "default"], { name: "host", problem: "is no text" });
    expect(renderText(located(text, [limit], { host: "hunter2" }))).toBe(
      "error[variable-limit]: the value of `vars.host` is no text\n  --> --var (vars.host.default)\n",
    );
  });

  it("shows the first line of what spans several", () => {
    expect(frameOf(about("a: |\n  one\n  two\n", "|\n  one\n  two"))).toEqual(["1 | a: |", "  |    ^"]);
  });

  it("puts a caret where there is no text", () => {
    expect(frameOf(about("", ""))).toEqual(["1 |", "  | ^"]);
  });

  it.each([
    ["tabs", "a:\tb: here\n", ["1 | a:    b: here", "  |          ^^^^"]],
    ["wide characters", "日本: here\n", ["1 | 日本: here", "  |       ^^^^"]],
    ["wide characters that are marked", "a: 日本here\n", ["1 | a: 日本here", "  |        ^^^^"]],
    ["combining characters", "e\u0301: here\n", ["1 | e\u0301: here", "  |    ^^^^"]],
    ["surrogate pairs", "🚀: here\n", ["1 | 🚀: here", "  |     ^^^^"]],
    ["what a terminal would obey", "\x1b[31m: here\n", ["1 | \\u{1b}[31m: here", "  |             ^^^^"]],
    ["what nobody sees", "a\u202e: here\n", ["1 | a\\u{202e}: here", "  |            ^^^^"]],
    ["half a character", "\ud800: here\n", ["1 | \\u{d800}: here", "  |           ^^^^"]],
  ])("keeps carets below their text behind %s", (_, text, frame) => {
    expect(frameOf(about(text, "here"))).toEqual(frame);
  });

  it.each([
    ["behind", `here${"x".repeat(1_000_000)}`],
    ["in front of", `${"x".repeat(1_000_000)}here`],
    ["around", `${"日".repeat(500_000)}here${"🚀".repeat(500_000)}`],
  ])("clips a line with a million characters %s the carets", (_, text) => {
    const [line = "", carets = ""] = frameOf(about(text, "here"));
    expect(line.length).toBeLessThan(130);
    expect(carets.slice(carets.indexOf("^"))).toBe("^^^^");
    expect(line.split("here")[0]?.replaceAll("日", "__").length).toBe(carets.indexOf("^"));
  });

  it("clips what is marked itself", () => {
    const [, carets = ""] = frameOf(about("x".repeat(5_000), "x".repeat(5_000)));
    expect(carets.length).toBeLessThan(130);
  });

  it("shows odd characters of messages, names and files as escapes", () => {
    const unknown = diagnose(
      "unknown-environment",
      { span: { file: "\x1b]0;x\x07", start: 0, end: 0 } },
      {
        name: "\x1b[2J\nerror: faked",
        known: [],
        near: undefined,
      },
    );
    const text = renderText(locateDiagnostics([unknown], { merged: undefined, files: new Map() }));
    expect(text).toBe(
      "error[unknown-environment]: there is no environment `\\u{1b}[2J\\u{a}error: faked`\n  --> \\u{1b}]0;x\\u{7}\n",
    );
  });

  it("lets the caller colour every part", () => {
    const text = renderText(located(spec, [portTaken]), (role, part) => `<${role}>${part}</>`);
    expect(text).toContain("<error>error[port-taken]</><message>: port 8080 is already taken by `web`</>");
    expect(text).toContain("<help>^^^^ taken here</>");
  });
});

describe("secrets", () => {
  const secrets = (written: string): string => `specc: 1\nname: shop\nsecrets:\n  key: ${written}\n`;
  const outputsOf = (diagnostics: readonly LocatedDiagnostic[]): string =>
    [renderText(diagnostics), JSON.stringify(jsonDiagnostics(diagnostics)), renderGithub(diagnostics)].join("\n");

  it.each([
    ["a literal in place of a source", secrets("hunter2"), ["secrets", "key"]],
    ["a quoted literal", secrets('"hunter2"'), ["secrets", "key"]],
    ["a literal below", secrets("{value: hunter2}"), ["secrets", "key", "value"]],
    ["a password", "specc: 1\napps: {web: {env: {DB_PASSWORD: hunter2}}}\n", ["apps", "web", "env", "DB_PASSWORD"]],
    ["an API key", "specc: 1\napps: {web: {env: {API_KEY: 'hunter2'}}}\n", ["apps", "web", "env", "API_KEY"]],
    ["a list of tokens", "specc: 1\nx-a:\n  tokens: [hunter2]\n", ["x-a", "tokens", 0]],
  ])("never shows %s", (_, text, path) => {
    const params = { found: "`hunter2`", expected: "a map", help: "write more than `hunter2`" };
    const outputs = outputsOf(located(text, [diagnose("wrong-type", path, params)]));
    expect(outputs).not.toContain("hunter2");
    expect(outputs).toContain("error[wrong-type]: `…` stands where");
    expect(outputs).toContain("*******");
  });

  it.each([
    ["a literal beside what is wrong", secrets("{value: hunter2, env: [KEY]}"), ["secrets", "key", "env"]],
    ["a URL with credentials", "specc: 1\nx-url: redis://me:hunter2@host/0\n", ["x-url"]],
  ])("never shows %s", (_, text, path) => {
    const outputs = outputsOf(located(text, [diagnose("no-target", path, {})]));
    expect(outputs).not.toContain("hunter2");
    expect(outputs).toContain("*******");
  });

  it("never shows a token, under whatever key it stands", () => {
    const token = `AKIA${"ABCDEFGH".repeat(2)}`;
    const outputs = outputsOf(located(`specc: 1\nx-note: {a: ${token}}\n`, [diagnose("no-target", ["x-note"], {})]));
    expect(outputs).not.toContain(token);
    expect(outputs).toContain(`{a: ${"*".repeat(20)}}`);
  });

  it("never shows a literal in a file that could not be parsed", () => {
    const text = "secrets:\n  stripe: hunter2\n  stripe: {env: A}\napps: {}\n";
    expect(about(text, "hunter2")).not.toContain("hunter2");
    expect(about("a: 1\n'secrets':\n  stripe: hunter2\n", "stripe")).not.toContain("hunter2");
    expect(about(`${text}web: hunter2\n`, "web")).toContain("web: hunter2");
  });

  it("shows where secrets come from", () => {
    const text = secrets("{env: PAYMENT_KEY}");
    expect(rendered(text, diagnose("no-target", ["secrets", "key", "env"], {}))).toContain("key: {env: PAYMENT_KEY}");
    const reference = "specc: 1\nx-env: {PASSWORD: '${database.main.password}'}\n";
    expect(rendered(reference, diagnose("no-target", ["x-env", "PASSWORD"], {}))).toContain(
      "${database.main.password}",
    );
  });
});

describe("JSON", () => {
  it("has every key, counts from 1 and ends behind the last character", () => {
    expect(jsonDiagnostics(located(spec, [portTaken]))).toEqual([
      {
        code: "port-taken",
        severity: "error",
        message: "port 8080 is already taken by `web`",
        help: "give one of the two apps another `port`, or run it elsewhere",
        path: "apps.api.port",
        file: "specs/dev.yaml",
        line: 10,
        column: 11,
        endLine: 10,
        endColumn: 15,
        related: [
          {
            message: "taken here",
            path: "apps.web.port",
            file: "specs/dev.yaml",
            line: 6,
            column: 11,
            endLine: 6,
            endColumn: 15,
          },
        ],
      },
    ]);
  });

  it("says null where there is nothing", () => {
    const { diagnostics } = loadSpec("specs/dev.yaml", read, {});
    const [found] = jsonDiagnostics(locateDiagnostics(diagnostics, { merged: undefined, files: new Map() }));
    expect(found).toMatchObject({ path: null, file: "specs/dev.yaml", line: null, endColumn: null, help: null });
  });
});

describe("GitHub", () => {
  it("annotates the line", () => {
    expect(renderGithub(located(spec, [portTaken]))).toBe(
      "::error file=specs/dev.yaml,line=10,col=11,endLine=10,endColumn=15,title=port-taken::" +
        "port 8080 is already taken by `web`%0Ataken here: specs/dev.yaml:6:11%0A" +
        "help: give one of the two apps another `port`, or run it elsewhere\n",
    );
  });

  it("escapes what would end a property or a command", () => {
    const file = sourceFile("a,b:c%.yaml", "x");
    const place = { span: { file: file.path, start: 0, end: 1 } };
    const found = diagnose("file-unreadable", place, { path: "100%\r\n::error::x", problem: "a, b: c" });
    const text = renderGithub(locateDiagnostics([found], { merged: undefined, files: new Map([[file.path, file]]) }));
    expect(text).toBe(
      "::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,endLine=1,endColumn=2,title=file-unreadable::" +
        "`100%25\\u{d}\\u{a}::error::x` cannot be read: a, b: c\n",
    );
  });

  it("leaves out columns of what spans several lines, and places of what has none", () => {
    const text = "a: |\n  b\n";
    const file = sourceFile("a.yaml", text);
    const place = { span: { file: file.path, start: 3, end: 8 } };
    const lines = { merged: undefined, files: new Map([[file.path, file]]) };
    expect(renderGithub(locateDiagnostics([diagnose("no-target", place, {})], lines))).toContain(
      "::error file=a.yaml,line=1,endLine=2,title=no-target::",
    );
    const nowhere = { merged: undefined, files: new Map() };
    expect(renderGithub(locateDiagnostics([diagnose("no-target", place, {})], nowhere))).toContain(
      "::error title=no-target::",
    );
  });
});
