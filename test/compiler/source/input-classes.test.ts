import { describe, expect, it } from "vitest";
import { sourceFindings, sourceValue } from "../../support/source-findings.ts";

type Row = readonly [title: string, text: string, ...findings: readonly string[]];

const brackets = (levels: number): string => `a: ${"[".repeat(levels)}${"]".repeat(levels)}`;
const steps = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}a:`).join("\n");
const keys = (count: number): string => Array.from({ length: count }, (_, key) => `  k${key}: 1\n`).join("");
const laughs = (levels: number, width: number): string =>
  [
    "l0: &l0 ha",
    ...Array.from({ length: levels }, (_, at) => `l${at + 1}: &l${at + 1} [${Array(width).fill(`*l${at}`)}]`),
  ].join("\n");

const REFUSED: Readonly<Record<string, readonly Row[]>> = {
  "1 deep nesting": [
    ["brackets", brackets(3000), "1:68 too-deep"],
    ["unclosed brackets", "[".repeat(100_000), "1:65 too-deep"],
    ["dashes", "- ".repeat(1000), "1:129 too-deep"],
    ["maps", steps(1000), "65:66 too-deep"],
    ["one level too many", brackets(64), "1:67 too-deep"],
    [
      "levels that aliases add",
      `a: &a ${"[".repeat(40)}${"]".repeat(40)}\nb: ${"[".repeat(30)}*a${"]".repeat(30)}`,
      "2:34 too-deep",
    ],
  ],
  "2 many keys": [
    ["in one map", `a:\n${keys(20_001)}`, "20002:3 too-many-keys"],
    ["values in one file", `a: [${"1, ".repeat(500_000)}]`, "1:1499999 too-many-nodes"],
    ["lines", "\n".repeat(500_001), "500001:1 too-many-lines"],
  ],
  "3 duplicate keys": [
    ["plain", "a: 1\na: 2", "2:1 duplicate-key"],
    ["quoted", 'a: 1\n"a": 2', "2:1 duplicate-key"],
    ["a number and its text", '1: a\n"1": b', "2:1 duplicate-key"],
    ["a boolean and its text", 'true: a\n"true": b', "2:1 duplicate-key"],
    ["two encodings of one letter", "é: a\ne\u0301: b", "2:1 duplicate-key"],
    ["in braces, twice", "x: {a: 1, a: 2, a: 3}", "1:11 duplicate-key", "1:17 duplicate-key"],
  ],
  "4 alias bombs": [
    ["a billion laughs", laughs(10, 9), "7:30 too-many-aliases"],
    ["few aliases, nested", laughs(4, 9), "4:18 alias-expansion"],
    ["a long value, often", `a: &a ${"x".repeat(60_000)}\nb: [${"*a, ".repeat(49)}]`, "2:41 alias-expansion"],
  ],
  "5 recursive aliases": [
    ["in a list", "a: &a [*a]", "1:8 recursive-alias"],
    ["in a map", "a: &a {b: *a}", "1:11 recursive-alias"],
  ],
  "6 text that needs quotes": [
    ["a wildcard", "host: *.example.com", "1:7 needs-quotes"],
    ["wildcards in a list", "hosts: [*.a.io, *.b.io]", "1:9 needs-quotes", "1:17 needs-quotes"],
    ["a schedule", "schedule: */5 * * * *", "1:11 needs-quotes"],
    ["an unknown alias", "a: *x", "1:4 unknown-alias"],
    ["an at sign", "a: @x", "1:4 needs-quotes"],
    ["a backtick", "a: `x`", "1:4 needs-quotes"],
    ["a percent sign", "a: %x", "1:4 needs-quotes"],
    ["a comparison", "a: >= 1.2\nb: 1", "1:4 needs-quotes"],
    ["double braces", "a: {{ x }}/y", "1:4 needs-quotes"],
    ["double braces in a list", "a: [{{ x }}]", "1:5 needs-quotes"],
    ["a reference in braces", "a: {b: ${vars.x}}", "1:8 reference-needs-quotes"],
    [
      "references in a list",
      "a: [${vars.x}, x-${vars.y}]",
      "1:5 reference-needs-quotes",
      "1:18 reference-needs-quotes",
    ],
    [
      "a reference over lines",
      "a: {\n  b: ${vars.x},\n  c: 1\n}\nd: 1\nd: 2",
      "2:6 reference-needs-quotes",
      "6:1 duplicate-key",
    ],
    ["a map as key", "{a: b}: c", "1:1 complex-key"],
    ["a list as key", "? [a]\n: b", "1:3 complex-key"],
    ["an alias as key", "a: &x b\n*x : c", "2:1 complex-key"],
    ["no key", ": a", "1:1 empty-key"],
  ],
  "7 merge keys": [["in braces", "x: &x {a: 1}\ny: {<<: *x}", "2:5 merge-key"]],
  "8 tags": [
    ["of JavaScript", "a: !!js/function x", "1:4 yaml-tag"],
    ["of Python", "a: !!python/object/apply:os.system [ls]", "1:4 yaml-tag"],
    ["of one's own", "a: !secret x", "1:4 yaml-tag"],
    ["binary", "a: !!binary aGk=", "1:4 yaml-tag"],
    ["a set", "a: !!set {b, c}", "1:4 yaml-tag"],
    ["of the core schema", "a: !!str 1", "1:4 yaml-tag"],
    ["several", "a: !x 1\nb: ! 2", "1:4 yaml-tag", "2:4 yaml-tag"],
    ["a directive", "%TAG ! tag:evil,2000:\n---\na: 1", "1:1 yaml-directive"],
  ],
  "9 directives": [["YAML 1.1", "%YAML 1.1\n---\na: no\nb: 010", "1:1 yaml-directive"]],
  "10 documents": [
    ["two", "a: 1\n---\nb: 2", "2:1 multiple-documents"],
    ["one after an end", "a: 1\n...\nb: 2", "3:1 multiple-documents"],
    ["an empty one", "a: 1\n---\n", "2:1 multiple-documents"],
  ],
  "12 numbers": [
    ["beyond 2^53", "a: 9007199254740993\nb: [-18446744073709551616]", "1:4 unsafe-integer", "2:5 unsafe-integer"],
    ["hexadecimal beyond 2^53", "a: 0xFFFFFFFFFFFFFFFF", "1:4 unsafe-integer"],
    ["a float beyond 2^53", "a: 1e20", "1:4 unsafe-integer"],
    ["infinite", "a: .inf\nb: -.INF\nc: 1e999", "1:4 not-finite", "2:4 not-finite", "3:4 not-finite"],
    ["no number", "a: .nan", "1:4 not-finite"],
    ["negative zero", "a: -0\nb: -0.0", "1:4 negative-zero", "2:4 negative-zero"],
  ],
  "13 control characters": [
    ["NUL", 'a: "x\0y"', "1:6 control-character"],
    ["an escape sequence", "a: \x1b[31m", "1:4 control-character"],
    ["DEL and NEL", "a: \x7f\nb: \x85", "1:4 control-character", "2:4 control-character"],
    [
      "as escapes",
      'a: "\\0"\nb: "ok \\x1b[31m\\u0007\\N\\r"',
      "1:5 control-character",
      "2:8 control-character",
      "2:16 control-character",
      "2:22 control-character",
      "2:24 control-character",
    ],
  ],
  "14 line breaks": [
    ["a carriage return", "a: 1\rb: 2", "1:5 lone-carriage-return"],
    ["a line separator", "a: x\u2028y", "1:5 line-separator"],
    ["a paragraph separator as escape", 'a: "\\P"', "1:5 line-separator"],
  ],
  "15 byte order marks": [
    ["inside", "a: 1\nb\ufeffc: 2", "2:2 misplaced-byte-order-mark"],
    ["as escape", 'a: "\\uFEFFx"', "1:5 misplaced-byte-order-mark"],
  ],
  "16 CRLF": [["counts as one break", "a: 1\r\nb: {c: 1, c: 2}\r\n", "2:11 duplicate-key"]],
  "17 surrogates": [
    ["as escape", 'a: "\\uD800"', "1:5 lone-surrogate"],
    ["raw", "a: \ud800", "1:4 lone-surrogate"],
  ],
  "18 prototype keys": [
    ["__proto__", "__proto__: {polluted: 1}", "1:1 prototype-key"],
    ["constructor", "a: {constructor: {prototype: 1}}", "1:5 prototype-key", "1:19 prototype-key"],
  ],
  "20 long scalars": [
    ["a large file", `a: ${"x".repeat(20 << 20)}`, "1:1 file-too-large"],
    ["a value", `a: ${"x".repeat(65_537)}`, "1:4 scalar-too-long"],
    ["a block", `a: |\n  ${"x".repeat(65_537)}\n`, "2:1 scalar-too-long"],
    ["a key", `${"x".repeat(1100)}: 1`, "1:1 key-too-long"],
    ["an explicit key", `? ${"x".repeat(1100)}\n: 1`, "1:3 key-too-long"],
  ],
  "21 no map": [
    ["empty", "", "1:1 empty-document"],
    ["comments", "# nothing\n", "1:1 empty-document"],
    ["a marker", "---\n", "1:1 empty-document"],
    ["a scalar", "# a\nhello", "2:1 root-not-a-map"],
    ["null", "~", "1:1 root-not-a-map"],
    ["a list", "- a\n- b", "1:1 root-not-a-map"],
  ],
  unicode: [
    ["bidirectional", "a: x # \u202e", "1:8 bidirectional-character"],
    ["bidirectional as escape", 'a: "\\u2066"', "1:5 bidirectional-character"],
    ["zero width", "a: x\u200by", "1:5 invisible-character"],
    ["a tag", "a: x\u{e0041}", "1:5 invisible-character"],
    ["private use", "a: \ue000\u{f0000}", "1:4 unassigned-character", "1:5 unassigned-character"],
    ["no character", "a: \ufdd0\u{1ffff}", "1:4 unassigned-character", "1:5 unassigned-character"],
  ],
};

/** Classes 11, 16, 18 and 19 are about what a text means; 22 belongs to the schema, 23 to whoever reads the files. */
const READ: readonly (readonly [title: string, text: string, json: string])[] = [
  ["YAML 1.1 booleans stay text", "a: [no, on, off, y, Yes]", '{"a":["no","on","off","y","Yes"]}'],
  ["leading zeros stay text", "a: [010, -07, 00, 01.5]", '{"a":["010","-07","00","01.5"]}'],
  ["times, dates and separators stay text", "a: [1:30, 2001-12-14, 1_000]", '{"a":["1:30","2001-12-14","1_000"]}'],
  ["the core schema's scalars", "a: [~, true, 0o10, 0x1F, +5, 1e3, 1.10, .5]", '{"a":[null,true,8,31,5,1000,1.1,0.5]}'],
  ["keys are text as written", "1.10: a\n010: b\nnull: c", '{"1.10":"a","010":"b","null":"c"}'],
  ["an empty value is null", "a:", '{"a":null}'],
  ["aliases", "a: &a {b: 1}\nc: [*a, *a]", '{"a":{"b":1},"c":[{"b":1},{"b":1}]}'],
  ["references outside braces", "a: ${vars.x}\nb: x-${self.index}", '{"a":"${vars.x}","b":"x-${self.index}"}'],
  ["a surrogate pair", 'a: "\\uD83D\\uDE00"', '{"a":"😀"}'],
  ["composed letters", "a: e\u0301", '{"a":"é"}'],
  ["blocks, LF whatever the file has", "a: |\r\n  x\r\n  y\r\n", '{"a":"x\\ny\\n"}'],
  ["a bracket below its key", "a: [\n  1,\n]\nb: 2", '{"a":[1],"b":2}'],
  ["names that objects inherit", "toString: 1\nhasOwnProperty: 2", '{"toString":1,"hasOwnProperty":2}'],
  ["a document between markers", "---\na: 1\n...\n", '{"a":1}'],
  ["the deepest nesting", brackets(63), `{"a":${"[".repeat(63)}${"]".repeat(63)}}`],
];

describe.each(Object.entries(REFUSED))("%s", (_, rows) => {
  it.each(rows)("%s", (_, text, ...findings) => expect(sourceFindings(text)).toEqual(findings));
});

describe("reads", () => {
  it.each(READ)("%s", (_, text, json) => expect(JSON.stringify(sourceValue(text))).toBe(json));

  it("20,000 keys in one map", () => expect(sourceFindings(`a:\n${keys(20_000)}`)).toEqual([]));

  it("maps that inherit nothing", () => expect(Object.getPrototypeOf(sourceValue("a: 1"))).toBeNull());
});
