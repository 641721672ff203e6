import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import schemaJson from "../schema/environment.schema.json" with { type: "json" };

type Json = Readonly<Record<string, unknown>>;

interface Place {
  /** `definitions.app.properties.port` */
  readonly path: string;
  /** `#/definitions/app/properties/port` */
  readonly pointer: string;
  readonly node: Json;
  /** The node with all that it refers to. */
  readonly whole: Json;
}

const schema = schemaJson as Json;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function referred(reference: string): Json {
  return reference
    .slice(2)
    .split("/")
    .reduce<unknown>((node, key) => (node as Json)[key], schema) as Json;
}

/** `$ref` and `allOf` flattened, what stands nearer first. */
function whole(node: Json): Json {
  const { $ref, allOf, ...own } = node;
  const bases = [...(typeof $ref === "string" ? [referred($ref)] : []), ...((allOf as readonly Json[]) ?? [])].map(
    whole,
  );
  return Object.assign({}, ...bases, own) as Json;
}

/** Every schema of the schema, each where it stands. */
function placesBelow(node: Json, keys: readonly string[]): readonly Place[] {
  const children = [
    ...["properties", "patternProperties", "definitions"].flatMap((keyword) =>
      Object.entries((node[keyword] as Json | undefined) ?? {}).map(([key, child]) => [[keyword, key], child] as const),
    ),
    ...["items", "additionalProperties", "propertyNames"].map((keyword) => [[keyword], node[keyword]] as const),
  ];
  const pointer = ["#", ...keys.map(encodeURIComponent)].join("/");
  return [
    { path: keys.join("."), pointer, node, whole: whole(node) },
    ...children.flatMap(([more, child]) => (isObject(child) ? placesBelow(child, [...keys, ...more]) : [])),
  ];
}

const places = placesBelow(schema, []);
const keys = places.filter(({ path }) => /properties\.[^.]+$/.test(path) && !path.includes("patternProperties"));
const offenders = (all: readonly Place[], isWrong: (place: Place) => boolean): readonly string[] =>
  all.filter(isWrong).map(({ path }) => path);
const typesOf = ({ type }: Json): readonly unknown[] => [type ?? []].flat();

const editor = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true });
editor.addVocabulary(["markdownEnumDescriptions"]);
editor.addSchema(schema, "environment");
const validate = editor.compile({ $ref: "environment#" });

describe("the schema is the manual", () => {
  it("has keys", () => expect(keys.length).toBeGreaterThan(150));

  it("says of each key what it is called and what it means", () => {
    expect(offenders(keys, ({ whole: { title } }) => typeof title !== "string" || title.length > 40)).toEqual([]);
    expect(offenders(keys, ({ whole: { description } }) => !/^[A-Z`].*[.]$/s.test(String(description ?? "")))).toEqual(
      [],
    );
  });

  it("shows for each key its default or an example", () =>
    expect(
      offenders(keys, ({ whole: { default: fallback, examples } }) => fallback === undefined && examples === undefined),
    ).toEqual([]));

  it("describes each word that a key takes, or none", () =>
    expect(
      offenders(places, ({ node: { enum: words, markdownEnumDescriptions: texts } }) =>
        texts === undefined
          ? false
          : (words as readonly unknown[]).filter((word) => word !== null).length !==
            (texts as readonly string[]).length,
      ),
    ).toEqual([]));
});

describe("what the schema shows", () => {
  const shown = places.filter(({ node }) => node.examples !== undefined || node.default !== undefined);

  it.each(shown)("is legal: $path", ({ pointer, node }) => {
    const check = editor.compile({ $ref: `environment${pointer}` });
    const examples = [...((node.examples as readonly unknown[] | undefined) ?? [])];
    for (const value of "default" in node ? [...examples, node.default] : examples)
      expect([value, check(value), check.errors]).toEqual([value, true, null]);
  });
});

describe("the schema bounds what it takes", () => {
  it("with closed objects, in which keys of your own begin with x-", () => {
    const objects = places.filter(({ node }) => node.properties !== undefined);
    expect(offenders(objects, ({ node }) => node.additionalProperties !== false)).toEqual([]);
    expect(offenders(objects, ({ node }) => !("^x-" in ((node.patternProperties as Json | undefined) ?? {})))).toEqual(
      [],
    );
  });

  it("in length, number and size", () => {
    const lacks =
      (type: string, limit: string) =>
      ({ whole: node }: Place) =>
        typesOf(node).includes(type) &&
        node[limit] === undefined &&
        node.enum === undefined &&
        node.const === undefined;
    expect(offenders(places, lacks("string", "maxLength"))).toEqual([]);
    expect(offenders(places, lacks("array", "maxItems"))).toEqual([]);
    expect(
      offenders(places, ({ node }) => isObject(node.additionalProperties) && node.maxProperties === undefined),
    ).toEqual([]);
    for (const type of ["integer", "number"]) {
      const numbers = places.filter(
        ({ whole: node, path }) =>
          typesOf(node).includes(type) && !/setting|setVar|env|vars|command|args|variable|output/.test(path),
      );
      expect(offenders(numbers, lacks(type, "maximum"))).toEqual([]);
    }
  });

  it("by names of maps", () =>
    expect(
      offenders(
        places,
        ({ node }) => isObject(node.additionalProperties) && (node.propertyNames as Json | undefined) === undefined,
      ),
    ).toEqual([]));

  it("requires its version, and what a bare element cannot do without", () =>
    expect(places.flatMap(({ path, node }) => (node.required === undefined ? [] : [[path, node.required]]))).toEqual([
      ["", ["specc"]],
      ["definitions.acceptance", ["at", "reason"]],
      ["definitions.override", ["set", "reason"]],
    ]));
});

/** References and classes as one letter each, groups without their marks. */
const skeleton = (pattern: string): string =>
  pattern
    .replaceAll("\\$\\{[^}]*\\}", "R")
    .replace(/\[(?:\\.|[^\]\\])*\]/g, "C")
    .replace(/\\./g, "L")
    .replaceAll("(?:", "(");

describe("a pattern of the schema", () => {
  const patterns = places.flatMap(({ path, node }) =>
    typeof node.pattern === "string" ? [[path, node.pattern] as const] : [],
  );

  it.each(patterns)("is anchored at both ends: %s", (_, pattern) => {
    expect(pattern).toMatch(/^\^.*\$$/s);
    expect(() => new RegExp(pattern, "u")).not.toThrow();
  });

  /** A group that repeats without end holds single characters and references, or begins with what it holds nowhere else. */
  it.each(patterns)("takes time in proportion to the text: %s", (_, pattern) => {
    const repeated = [...skeleton(pattern).matchAll(/\(([^()]*)\)[*+]/g)].map(([, inner = ""]) => inner);
    for (const inner of repeated)
      expect(inner).toMatch(/^(?:[A-Z/@](?:\|[A-Z/@])*|[/L][A-Z][*+?]?|L?C(?:\{\d+,\d+\})?)$/);
    expect(skeleton(pattern)).not.toMatch(/[*+][*+]/);
  });
});

describe("words", () => {
  const ambiguous = /^(?:y|n|yes|no|on|off|true|false|null|~|[0-9.]+)$/i;

  it("are none that YAML 1.1 reads as something else", () => {
    const words = places.flatMap(({ node }) => (node.enum as readonly unknown[] | undefined) ?? []);
    expect(words.filter((word) => typeof word === "string" && ambiguous.test(word))).toEqual([]);
    expect(keys.filter(({ path }) => ambiguous.test(path.split(".").at(-1) ?? ""))).toEqual([]);
  });

  it("of a scalar that is no text are taken as a reference by a pattern, never by a choice of schemas", () =>
    expect(places.filter(({ node }) => "anyOf" in node || "oneOf" in node)).toEqual([]));
});

describe("the editor", () => {
  const layering = ["specc", "name", "extends", "environment", "environments", "$schema"];

  it.each(readdirSync("specs").filter((name) => name.endsWith(".yaml")))("finds nothing wrong in specs/%s", (name) => {
    validate(parse(readFileSync(`specs/${name}`, "utf8")));
    expect(validate.errors ?? []).toEqual([]);
  });

  it("takes an overlay that changes one key, or deletes it", () => {
    const overlay = { apps: { web: { replicas: 6, runsOn: null, env: { A: null } }, api: null }, dns: null };
    expect(validate({ specc: 1, environments: { prod: overlay } })).toBe(true);
  });

  it("takes null wherever a layer may delete", () => {
    const undeletable = (path: string) =>
      layering.some((key) => path === `properties.${key}`) || /definitions\.(?:acceptance|override|step)\./.test(path);
    expect(
      offenders(
        keys.filter(({ path }) => !undeletable(path)),
        ({ whole: node }) => node.type !== undefined && !typesOf(node).includes("null"),
      ),
    ).toEqual([]);
  });

  it("takes in an overlay all that a spec has, but what may not change", () => {
    const { overlay } = schema.definitions as { readonly overlay: { readonly properties: Json } };
    expect(Object.keys(overlay.properties).sort()).toEqual(
      Object.keys(schema.properties as Json)
        .filter((key) => !layering.includes(key))
        .sort(),
    );
  });

  it.each([
    { specc: 1, apps: { web: { prot: 80 } } },
    { specc: 1, apps: { web: { port: "eighty" } } },
    { specc: 1, environments: { prod: { name: "other" } } },
    { apps: {} },
  ])("finds what is wrong: %j", (spec) => expect(validate(spec)).toBe(false));
});
