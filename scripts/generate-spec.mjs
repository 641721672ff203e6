// Makes, from schema/environment.schema.json, what the compiler needs of it: the types of a merged spec and the
// validator, compiled ahead because compiling it at start-up would cost more than everything else.
import { readFileSync, writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { compile } from "json-schema-to-typescript";

const header = "// Generated from schema/environment.schema.json by `npm run schema`. DO NOT EDIT.\n";

/** Keywords that speak to editors only. */
const editorKeywords = ["markdownEnumDescriptions"];

/** In a file `null` deletes; after the merge there is none left, so the validator and the types know none. */
const withoutNull = (node) => {
  if (Array.isArray(node)) return node.map(withoutNull);
  if (typeof node !== "object" || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutNull(value)]));
  if (Array.isArray(copy.type)) {
    const types = copy.type.filter((type) => type !== "null");
    copy.type = types.length === 1 ? types[0] : types;
  }
  if (Array.isArray(copy.enum)) copy.enum = copy.enum.filter((value) => value !== null);
  return copy;
};

/** What speaks to people only; ajv would carry all of it into the code that every start has to read. */
const words = ["title", "description", "examples", "default", ...editorKeywords];

const isSchemaOfNames = (key) => key === "properties" || key === "definitions" || key === "patternProperties";

const withoutWords = (node, ofNames = false) => {
  if (Array.isArray(node)) return node.map((item) => withoutWords(item));
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => ofNames || !words.includes(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutWords(value, !ofNames && isSchemaOfNames(key))]));
};

/** The overlays of other environments are not part of a merged spec. */
const merged = ({ definitions: { overlay: _, ...definitions }, properties, ...schema }) => ({
  ...schema,
  definitions,
  properties: { ...properties, environments: {}, extends: {} },
});

const validator = async (schema) => {
  const ajv = new Ajv({
    allErrors: true,
    inlineRefs: false,
    messages: false,
    ownProperties: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    code: { source: true, esm: true, optimize: 2 },
  });
  ajv.addVocabulary(editorKeywords);
  const code = (standalone.default ?? standalone)(ajv, ajv.compile(merged(withoutWords(schema))));
  // ajv's ESM output still calls `require` for its run-time helpers; the bundler resolves them.
  const bundle = await build({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    format: "esm",
    platform: "neutral",
    minify: true,
    write: false,
  });
  return bundle.outputFiles[0].text;
};

/** `x-` keys are nobody's business, and their index signature would let any key pass. */
const withoutNotes = (node) =>
  typeof node !== "object" || node === null
    ? node
    : Array.isArray(node)
      ? node.map(withoutNotes)
      : Object.fromEntries(
          Object.entries(node).flatMap(([key, value]) =>
            key === "patternProperties" ? [] : [[key, withoutNotes(value)]],
          ),
        );

const types = (schema) =>
  compile({ ...withoutNotes(schema), title: "Spec" }, "Spec", {
    bannerComment: "",
    additionalProperties: false,
    format: false,
    ignoreMinAndMaxItems: true,
    strictIndexSignatures: true,
  });

export const generate = async () => {
  const schema = withoutNull(JSON.parse(readFileSync("schema/environment.schema.json", "utf8")));
  return new Map([
    ["src/compiler/spec/validator.gen.js", header + (await validator(schema))],
    ["src/compiler/spec/spec.gen.ts", header + (await types(schema))],
  ]);
};

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of await generate()) writeFileSync(path, text);
}
