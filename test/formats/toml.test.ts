import fc from "fast-check";
import { parse } from "smol-toml";
import { describe, expect, it, test } from "vitest";
import { type Origins, traced } from "../../src/formats/origin.ts";
import { printToml } from "../../src/formats/toml/print.ts";
import { type TomlTable, toml } from "../../src/formats/toml/tree.ts";
import { anyString, hostileStrings } from "./strings.ts";

const at = (...path: readonly string[]): Origins[number] => ({ at: path });

const sayable = anyString.filter((text) => !/\p{Cs}/u.test(text));

type Tree = string | number | boolean | readonly Tree[] | { readonly [key: string]: Tree };

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0 || 0);

/** All that TOML knows, in tables of all shapes. */
const { table: anyTable } = fc.letrec<{ value: Tree; table: { readonly [key: string]: Tree } }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    sayable,
    fc.maxSafeInteger(),
    number,
    fc.boolean(),
    tie("table"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(tie("table"), { maxLength: 3 }),
  ),
  table: fc.dictionary(sayable, tie("value"), { maxKeys: 4, noNullPrototype: true }),
}));

/** A hostile string in every position that a table has. */
const surrounded = (text: string) => ({
  [text]: text,
  list: [text, [text], { [text]: [text] }],
  long: Array.from({ length: 40 }, () => text),
  tables: [{ [text]: { [text]: text } }, {}],
  inner: { [text]: { [text]: text, last: { a: text } } },
});

const readBack = (table: TomlTable): unknown => parse(printToml(toml(table, "why")).text);

describe("what smol-toml reads", () => {
  test.each(hostileStrings)("%j", (text) => {
    expect(readBack(surrounded(text))).toEqual(surrounded(text));
  });

  it("is the tree that was printed", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(readBack(table)).toEqual(table);
      }),
      { numRuns: 500 },
    );
  });

  test.each([0, -1, 2 ** 53 - 1, 2 ** 53, -1e20, 1e21, 1.5, 1e-7, 5e-324, 1.7976931348623157e308])("%d", (value) => {
    expect(readBack({ value })).toEqual({ value });
  });
});

describe("what TOML cannot say", () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d", (value) => {
    expect(() => printToml(toml({ value }))).toThrow(String(value));
  });

  it("half a character", () => {
    expect(() => printToml(toml({ a: "\ud800" }))).toThrow("no TOML can hold");
    expect(() => printToml(toml({ "\udc00": 1 }))).toThrow("no TOML can hold");
  });
});

it("is laid out as Traefik's manual does it", () => {
  const table: TomlTable = {
    entryPoints: { web: { address: ":80" }, "web secure": { address: ":443", asDefault: true } },
    log: { level: "INFO" },
    http: {
      routers: { shop: { rule: 'Host("shop.example") && PathPrefix("/")', service: "shop", priority: 10 } },
      services: {
        shop: {
          loadBalancer: {
            servers: [{ url: "http://10.0.0.1" }, { url: "http://10.0.0.2", weight: 1.5 }],
            passHostHeader: true,
            sticky: undefined,
          },
        },
      },
      middlewares: {},
    },
    mixed: [1, [2], { a: "x", b: {} }, []],
    hosts: Array.from({ length: 6 }, (_, index) => `node-${index}.shop.example`),
    accessLog: {},
  };
  expect(printToml(toml(table, "Code generated")).text).toMatchInlineSnapshot(`
    "# Code generated

    mixed = [1, [2], { a = "x", b = {} }, []]
    hosts = [
      "node-0.shop.example",
      "node-1.shop.example",
      "node-2.shop.example",
      "node-3.shop.example",
      "node-4.shop.example",
      "node-5.shop.example",
    ]

    [entryPoints.web]
    address = ":80"

    [entryPoints."web secure"]
    address = ":443"
    asDefault = true

    [log]
    level = "INFO"

    [http.routers.shop]
    rule = "Host(\\"shop.example\\") && PathPrefix(\\"/\\")"
    service = "shop"
    priority = 10

    [http.services.shop.loadBalancer]
    passHostHeader = true

    [[http.services.shop.loadBalancer.servers]]
    url = "http://10.0.0.1"

    [[http.services.shop.loadBalancer.servers]]
    url = "http://10.0.0.2"
    weight = 1.5

    [http.middlewares]

    [accessLog]
    "
  `);
});

it("prints nothing for nothing", () => {
  expect(printToml(toml({}))).toEqual({ text: "", origins: [] });
});

it("knows of each line why it is there", () => {
  const host = (name: string) => traced(`${name}.${"x".repeat(60)}.example`, at(name));
  const root = traced(
    {
      plain: 1,
      hosts: traced([host("one"), host("two"), "three"], at("hosts")),
      web: traced({ port: traced(80, at("port")), size: 2 }, at("web")),
      routers: traced([traced({ name: "a" }, at("a")), { name: "b" }], at("routers")),
    },
    at("root"),
  );
  const printed = printToml(toml(root, "header"));
  expect(
    printed.text
      .split("\n")
      .map((line, index) => [line.slice(0, 16), printed.origins[index]?.map(({ at }) => at.join("."))]),
  ).toEqual([
    ["# header", []],
    ["", []],
    ["plain = 1", ["root"]],
    ["hosts = [", ["hosts"]],
    ['  "one.xxxxxxxxx', ["one"]],
    ['  "two.xxxxxxxxx', ["two"]],
    ['  "three",', ["hosts"]],
    ["]", ["hosts"]],
    ["", []],
    ["[web]", ["web"]],
    ["port = 80", ["port"]],
    ["size = 2", ["web"]],
    ["", []],
    ["[[routers]]", ["a"]],
    ['name = "a"', ["a"]],
    ["", []],
    ["[[routers]]", ["routers"]],
    ['name = "b"', ["routers"]],
    ["", undefined],
  ]);
});
