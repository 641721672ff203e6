import { describe, expect, it } from "vitest";
import { found, said } from "../../support/findings.ts";
import { environmentOf } from "../../support/specc.ts";

const app = (name: string) => `apps: {${name}: {image: "a:1"}}`;
const longest = "a".repeat(63);

describe("a name", () => {
  it.each(["a", "web-1", longest])("is a lower-case DNS label: %s", (name) => expect(found(app(name))).toEqual([]));

  it.each(["A", "a_b", "9a", "-a", "a-", "a.b", `${longest}a`, '"a b"', "é"])("is not %s", (name) =>
    expect(found(app(name))).toEqual([`malformed-name ${name}`]),
  );

  it("is an identifier in vars, secrets and outputs", () => {
    expect(found("vars: {instance_count: 1, aB: 2}\nsecrets: {pay_key: {env: A}}\noutputs: {a_b: x}")).toEqual([]);
    expect(found("vars: {a-b: 1}\nsecrets: {a-b: {env: A}}\noutputs: {a-b: x}")).toEqual([
      "malformed-name a-b",
      "malformed-name a-b",
      "malformed-name a-b",
    ]);
  });

  it("says what would be right", () => {
    expect(said(app("a_b"))).toEqual([
      "`a_b` is not a legal name; a lower-case DNS label: letters, digits and dashes, from a letter on, for example `a-b`",
    ]);
    expect(said('apps: {a: {image: "a:1", env: {"A-B": 1}}}')).toEqual([
      "`A-B` is not a legal name of a variable; letters, digits and underscores, not a digit first, for example `A_B`",
    ]);
  });

  it("may be one that JavaScript's objects have, unless it changes what objects are", () => {
    const names = "vars: {toString: a, hasOwnProperty: b}\n";
    expect(
      found(`${names}apps: {a: {image: "a:\${vars.toString}", env: {valueOf: "\${vars.hasOwnProperty}"}}}`),
    ).toEqual([]);
    expect(found('apps: {a: {image: "a:1", env: {X: "${vars.valueOf}"}}}')).toEqual([
      'unknown-reference "${vars.valueOf}"',
    ]);
    expect(found('apps: {a: {image: "a:1", env: {X: "${toString.a.b}"}}}')).toEqual([
      'unknown-reference "${toString.a.b}"',
    ]);
  });

  it("orders what comes out, whatever the order in which it was written", () => {
    const { apps } = environmentOf('apps: {c: {image: "c:1"}, a: {image: "a:1"}, b: {image: "b:1"}}');
    expect(apps.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  });
});

describe("a key", () => {
  it("that the language does not have is an error with the nearest one that it has", () => {
    expect(found('apps: {a: {image: "a:1", prot: 80}}')).toEqual(["unknown-key prot"]);
    const [section, key] = said('apps: {a: {image: "a:1", prot: 80}}\nreplica: 2');
    expect(section).toMatch(/^a spec has no key `replica`; known are `\$schema`, `specc`, .* more$/);
    expect(key).toBe("`apps.a` has no key `prot`; did you mean `port`?");
  });

  it("of your own begins with x- and is ignored with all that is in it", () => {
    expect(found('x-note: "${nothing}"\napps: {a: {image: "a:1", x-owner: {a: ["${nothing}"]}}}')).toEqual([]);
  });

  it("that begins with x- is a name in a map by name", () => {
    expect(environmentOf('apps: {x-a: {image: "a:1"}}').apps.map(({ name }) => name)).toEqual(["x-a"]);
    expect(found("apps: {x-a: {imag: 1}}")).toEqual(["unknown-key imag"]);
  });

  it("holds no reference", () => {
    expect(said('vars: {x: a}\napps: {"${vars.x}": {image: "a:1"}}')).toEqual([
      "`${vars.x}` is not a legal name; keys take no references",
    ]);
  });
});
