import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languageDocs } from "../../scripts/generate-language-docs.mjs";
import { emitters } from "../../src/emitters/index.ts";
import { schemaKeys } from "../compiler/vocabulary/schema-keys.ts";
import { compileText, specc } from "../support/specc.ts";

const page = readFileSync("docs/language.md", "utf8");

/** The fenced examples under a comment that says what they are. */
const examplesOf = (kind: string) =>
  [...page.matchAll(new RegExp(`<!-- ${kind} -->\n\`\`\`yaml\n([\\s\\S]*?)\n\`\`\``, "g"))].map(([, text = ""]) => ({
    first: text.split("\n")[0],
    text,
  }));

/** What the schema says; a fragment of a spec may miss what it refers to. */
const shape = ["unknown-key", "unknown-value", "wrong-type", "malformed-name", "malformed-value", "out-of-range"];

it("docs/language.md is what `npm run docs` writes", () => expect(languageDocs() === page).toBe(true));

describe("the examples of docs/language.md", () => {
  it.each(examplesOf("spec"))("$first … compiles without a word", ({ text }) =>
    expect(compileText(text, emitters).diagnostics).toEqual([]),
  );

  it.each(examplesOf("fragment"))("$first … has the right shape", ({ text }) => {
    const codes = specc(text).diagnostics.map(({ code }) => code);
    expect(codes.filter((code) => shape.includes(code))).toEqual([]);
  });
});

/** The row of a key in the table of its section: names are `<name>`, places of a list are `[]`. */
const rowOf = ([section, ...rest]: readonly string[]): string => {
  const inside = rest[0] === "*" ? rest.slice(1) : rest;
  const lists = inside.slice(0, inside.findLastIndex((part) => part !== "#") + 1);
  const key = lists
    .map((part) => (part === "*" ? "<name>" : part))
    .join(".")
    .replaceAll(".#", "[]");
  return key === "" ? `### \`${section}\`` : `| \`${key}\` |`;
};

describe("docs/language.md", () => {
  it.each(schemaKeys.map((key) => [key.join("."), rowOf(key)] as const))("describes %s", (_, row) =>
    expect(page.includes(row)).toBe(true),
  );
});
