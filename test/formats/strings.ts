import { readFileSync } from "node:fs";
import fc from "fast-check";

/** Strings that some language gives a meaning; every printer must leave them what they are. */
export const hostileStrings: readonly string[] = JSON.parse(
  readFileSync(new URL("../fixtures/hostile-strings.json", import.meta.url), "utf8"),
);

const fragments = [
  "$",
  "%",
  "{",
  "}",
  "${x}",
  "%{if}",
  "\n",
  "\t",
  " ",
  "\\",
  '"',
  "'",
  "#",
  ":",
  "-",
  "EOT",
  "é",
  "日本",
  "\u200b",
];

const mixed = fc.array(fc.constantFrom(...fragments), { maxLength: 10 }).map((parts) => parts.join(""));

const lines = fc
  .array(fc.oneof(fc.constantFrom("", "  x", " y", "\tz", "a ", "---", "# c", "EOT", "- a", "k: v"), mixed), {
    maxLength: 5,
  })
  .map((parts) => `${parts.join("\n")}\n`);

/** What looks most like a word, a number or a time, and so like what a printer may leave unquoted. */
const words = fc.stringMatching(/^[a-zA-Z0-9_/.+-]{0,5}(?:[ :,][a-z0-9=+@.-]{1,4}){0,2}$/);

/** Strings in NFC, which HCL turns all others into. */
export const anyString: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...hostileStrings),
    mixed,
    lines,
    words,
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }),
  )
  .map((text) => text.normalize("NFC"));

export type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree };

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0 || 0);

/** Plain data of all shapes; keys are as hostile as values. */
export const anyTree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    anyString,
    fc.integer(),
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(anyString, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).tree;

/** A hostile string in every position of a tree. */
export const surrounded = (text: string): Tree => ({
  [text]: text,
  list: [text, [text], { [text]: [text] }],
  map: { a: text },
});
