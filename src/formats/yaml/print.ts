import {
  commentLines,
  inherited,
  join,
  noReason,
  type Piece,
  piece,
  printed,
  type Reason,
  reveal,
  type Untraced,
} from "../lines.ts";
import type { Origins, Printed } from "../origin.ts";
import { blockScalar, yamlNumber, yamlString } from "./scalar.ts";
import { EMBEDDED, isEmbedded, type YamlDocument, type YamlNode } from "./tree.ts";

type Value = Untraced<YamlNode>;
type Entries = readonly (readonly [key: string, value: YamlNode])[];

/** A key on the line of its value may have 1,024 characters; a longer one needs a line of its own. */
const LONGEST_KEY = 1000;

export function printYaml(document: YamlDocument): Printed {
  const header = document.comment === undefined ? [] : commentLines(document.comment).map((line) => `${line}\n`);
  const documents = document.documents.map((root) => [...rootNode(root), piece("\n", noReason)]);
  return printed([piece(header.join(""), noReason), ...join(documents, "---\n", noReason)]);
}

function rootNode(root: YamlNode): readonly Piece[] {
  const [value, reason] = reveal(root, noReason);
  return collection(value, "", reason) ?? scalar(value, "  ", reason);
}

/** The lines of a map or list that holds something; the first one without its indentation. */
function collection(value: Value, indent: string, reason: Reason): readonly Piece[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const rows = Array.isArray(value) ? items(value, indent, reason) : entries(Object.entries(value), indent, reason);
  return rows.length === 0 ? undefined : join(rows, `\n${indent}`, reason);
}

function items(list: readonly YamlNode[], indent: string, parent: Reason): readonly (readonly Piece[])[] {
  return list.filter(isDefined).map((item) => {
    const [value, reason] = reveal(item, inherited(parent));
    const inner = `${indent}  `;
    return [piece("- ", inherited(reason)), ...(collection(value, inner, reason) ?? scalar(value, inner, reason))];
  });
}

function entries(map: Entries, indent: string, parent: Reason): readonly (readonly Piece[])[] {
  return map
    .filter(([, value]) => isDefined(value))
    .map(([key, given]) => {
      const [value, reason] = reveal(given, inherited(parent));
      const inner = `${indent}  `;
      const around = inherited(reason);
      const below = collection(value, inner, reason);
      const content = below
        ? [piece(`\n${inner}`, around), ...below]
        : [piece(" ", around), ...scalar(value, inner, reason)];
      return [piece(keyed(yamlString(key), indent), around), ...content];
    });
}

function keyed(key: string, indent: string): string {
  return key.length > LONGEST_KEY ? `? ${key}\n${indent}:` : `${key}:`;
}

function scalar(value: Value, indent: string, reason: Reason): readonly Piece[] {
  if (isEmbedded(value)) return embeddedScalar(value[EMBEDDED], indent, reason);
  const literal = typeof value === "string" ? blockScalar(value) : undefined;
  if (literal === undefined) return [piece(inline(value), reason)];
  const lines = literal.lines.map((line) => (line === "" ? "" : `${indent}${line}`));
  return [piece([literal.header, ...lines].join("\n"), reason)];
}

function embeddedScalar({ text, origins }: Printed, indent: string, parent: Reason): readonly Piece[] {
  const literal = blockScalar(text);
  if (literal === undefined) return [piece(yamlString(text), { origins: origins.flat(), own: true })];
  const lines = literal.lines.map((line, index) => {
    const reason = reasonOf(origins[index] ?? [], parent);
    return [piece("\n", noReason), piece(line === "" ? "" : `${indent}${line}`, reason)];
  });
  return [piece(literal.header, inherited(parent)), ...lines.flat()];
}

const reasonOf = (origins: Origins, parent: Reason): Reason =>
  origins.length === 0 ? inherited(parent) : { origins, own: true };

function inline(value: Value): string {
  if (typeof value === "string") return yamlString(value);
  if (typeof value === "number") return yamlNumber(value);
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[]" : "{}";
  return String(value ?? null);
}

/** A key or item whose value is undefined, traced or not, is not there. */
function isDefined(given: YamlNode): boolean {
  return reveal(given, noReason)[0] !== undefined;
}
