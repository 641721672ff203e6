import { describe, expect, it } from "vitest";
import { patternFault } from "../../../src/compiler/resolve/pattern.ts";
import { choosing, environmentIn, found, said } from "../../support/findings.ts";

const variables = (vars: string, chosen: Readonly<Record<string, string>> = {}) =>
  environmentIn(`vars: {${vars}}`, choosing(chosen)).variables.map(({ name, type, value }) => [name, type, value]);

describe("a variable", () => {
  it("is a bare value, or says more", () =>
    expect(variables('a: x, b: {default: 3, description: d}, c: true, d: {type: number}, e: {default: "1"}')).toEqual([
      ["a", "string", "x"],
      ["b", "number", 3],
      ["c", "bool", true],
      ["d", "number", undefined],
      ["e", "string", "1"],
    ]));

  it("may be a bare value below and say more above", () =>
    expect(
      environmentIn("vars: {a: 1}\nenvironments: {dev: {vars: {a: {description: d}}}}").variables[0],
    ).toMatchObject({ value: 1, description: "d" }));

  it("takes what --var gives, read by its type", () =>
    expect(
      variables("a: x, b: {default: 3}, c: true, d: {type: number}, e: {type: string}", {
        a: "7",
        b: "4.5",
        c: "false",
        d: "-1",
        e: "true",
      }),
    ).toEqual([
      ["a", "string", "7"],
      ["b", "number", 4.5],
      ["c", "bool", false],
      ["d", "number", -1],
      ["e", "string", "true"],
    ]));

  it.each([
    ["b", "four", "the value of `vars.b` is not a number; write a number"],
    ["b", "1e3", "the value of `vars.b` is not a number; write a number"],
    ["c", "yes", "the value of `vars.c` is not a bool; write `true` or `false`"],
    ["aa", "x", "no variable `aa` is declared in `vars`; did you mean `a`?"],
    ["toString", "x", "no variable `toString` is declared in `vars`; known are `a`, `b`, `c`"],
  ])("takes no --var %s=%s", (name, value, sentence) =>
    expect(said("vars: {a: x, b: 3, c: true}", choosing({ [name]: value }))).toEqual([sentence]),
  );

  it.each([
    ['{type: number, default: "3"}', "is no number"],
    ["{type: bool, default: 1}", "is no bool"],
    ["{type: string, default: 1}", "is no string"],
    ["{default: 3, min: 5}", "is below its `min`, 5"],
    ["{default: 3, max: 1}", "is above its `max`, 1"],
    ['{default: a1, pattern: "^[a-z]+$"}', "does not match its `pattern`, `^[a-z]+$`"],
  ])("keeps what it declares: %s", (declaration, problem) =>
    expect(said(`vars: {v: ${declaration}}`)).toEqual([`the value of \`vars.v\` ${problem}`]),
  );

  it("keeps it with --var too", () =>
    expect(said("vars: {v: {default: 3, max: 5}}", choosing({ v: "9" }))).toEqual([
      "the value of `vars.v` is above its `max`, 5",
    ]));

  it.each([
    ["{default: a, min: 1}", "the `min` of `vars.v` limits numbers, and it is a string; correct it, or remove `min`"],
    ["{default: true, max: 1}", "the `max` of `vars.v` limits numbers, and it is a bool; correct it, or remove `max`"],
    [
      '{default: 1, pattern: "^1$"}',
      "the `pattern` of `vars.v` is for texts, and it is a number; correct it, or remove `pattern`",
    ],
    ["{type: number, min: 5, max: 3}", "the `min` of `vars.v` is above its `max`, 3; correct it, or remove `min`"],
  ])("declares nothing that has no effect: %s", (declaration, sentence) =>
    expect(said(`vars: {v: ${declaration}}`)).toEqual([sentence]),
  );

  it.each(["1.10", "1e3", "0x10", "+5"])("is no number that would be written otherwise: %s", (written) =>
    expect(found(`vars: {v: ${written}}`)).toEqual([`variable-written ${written}`]),
  );

  it("without a value cannot be read", () =>
    expect(said('vars: {v: {type: string}}\noutputs: {o: "${vars.v}"}')).toEqual([
      "`vars.v` has no value; give it a `default`, or compile with `--var v=…`",
    ]));

  it("of the wrong type is shown with where it comes from", () =>
    expect(found('vars: {v: many}\napps: {a: {image: "a:1", replicas: "${vars.v}"}}')).toEqual([
      'wrong-type "${vars.v}"',
    ]));
});

describe("a pattern", () => {
  it.each([
    "^[0-9]+\\.[0-9]+$",
    "^(?:dev|prod)$",
    "^[a-z](?:-[a-z])?$",
    "^v(?P<a>x)?$".replace("?P", "?"),
    "[(+]+",
    "^(a+b)?$",
  ])("is %s", (pattern) => expect(patternFault(pattern)).toBeUndefined());

  it.each([
    ["(a+)+$", "repeats a group that itself repeats or chooses"],
    ["^(a|aa)*$", "repeats a group that itself repeats or chooses"],
    ["^((a+))+$", "repeats a group that itself repeats or chooses"],
    ["^(?:[a-z]+x?){2,}$", "repeats a group that itself repeats or chooses"],
    ["^(a*){20}$", "repeats a group that itself repeats or chooses"],
    ["(?=a)", "looks around or back, which RE2 cannot"],
    ["(?<!a)b", "looks around or back, which RE2 cannot"],
    ["^(a)\\1$", "looks around or back, which RE2 cannot"],
    ["(", "is no regular expression"],
    ["a{2,1}", "is no regular expression"],
    ["a".repeat(201), "is longer than 200 characters"],
  ])("is not %s", (pattern, problem) => expect(patternFault(pattern)?.problem).toBe(problem));

  it("is refused whether the variable has a value or not", () =>
    expect(
      found('vars: {v: {pattern: "(a+)+"}, w: {default: aaaaaaaaaaaaaaaaaaaaaaaaaaaa!, pattern: "^(a+)+$"}}'),
    ).toEqual(['variable-pattern "(a+)+"', 'variable-pattern "^(a+)+$"']));
});
