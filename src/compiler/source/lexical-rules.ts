import { CST } from "yaml";
import type { ParamsOf } from "../diagnostics/catalogue.ts";
import { visible } from "./characters.ts";
import { LIMITS } from "./limits.ts";
import { bracedTextAt, plainTextAt, quoted } from "./quoting.ts";
import { type Kind, type Reading, refuse, report } from "./reading.ts";

type Rule = (reading: Reading, lexeme: string) => void;

const RULES: Partial<Record<Kind, Rule>> = {
  scalar: (reading) => {
    reading.textNext = true;
  },
  plain: readPlain,
  "block-text": readText,
  "single-quoted-scalar": readQuoted,
  "double-quoted-scalar": readQuoted,
  "block-scalar-header": readBlockHeader,
  alias: readAlias,
  anchor: readAnchor,
  tag: (reading, lexeme) => refuseSyntax(reading, "yaml-tag", lexeme, { tag: shown(lexeme) }),
  "directive-line": (reading, lexeme) => refuseSyntax(reading, "yaml-directive", lexeme, { directive: shown(lexeme) }),
  "doc-mode": (reading) => {
    if (reading.documents > 0) refuseDocument(reading);
    reading.documents += 1;
  },
  "doc-start": (reading) => {
    if (reading.previous !== "doc-mode") refuseDocument(reading);
  },
  "doc-end": countIndicator,
  comma: countIndicator,
  "seq-item-ind": countIndicator,
  "explicit-key-ind": countIndicator,
  "map-value-ind": countIndicator,
  "flow-map-start": openMap,
  "flow-seq-start": openFlow,
  "flow-map-end": closeFlow,
  "flow-seq-end": closeFlow,
  "flow-error-end": (reading) => {
    reading.flowDepth = 0;
  },
};

const MARKERS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);
const TRIVIA: ReadonlySet<Kind> = new Set<Kind>(["space", "newline", "comment", "scalar"]);
const RESERVED = new Map([
  ["@", "`@`"],
  ["`", "a backtick"],
  ["%", "`%`"],
  ["|", "`|`"],
  [">", "`>`"],
]);

/** Takes note of the next lexeme. */
export function readLexeme(reading: Reading, lexeme: string): void {
  const kind = kindOf(reading, lexeme);
  RULES[kind]?.(reading, lexeme);
  if (!TRIVIA.has(kind)) {
    reading.previous = kind;
    reading.previousOffset = reading.offset;
  }
  reading.offset += lengthOf(lexeme);
}

/** How much of the file a lexeme is: the lexer's markers are not in it. */
export const lengthOf = (lexeme: string): number => (MARKERS.has(lexeme) ? 0 : lexeme.length);

function kindOf(reading: Reading, lexeme: string): Kind {
  if (!reading.textNext) return CST.tokenType(lexeme) ?? "unknown";
  const kind = reading.blockNext ? "block-text" : "plain";
  reading.textNext = false;
  reading.blockNext = false;
  return kind;
}

function countNode(reading: Reading): void {
  reading.nodes += 1;
  if (reading.nodes > LIMITS.nodes) refuse(reading, "too-many-nodes", { limit: LIMITS.nodes });
}

/** Each value has a few indicators at most; text of indicators alone costs the parser more than it can mean. */
function countIndicator(reading: Reading): void {
  reading.indicators += 1;
  if (reading.indicators <= 4 * reading.nodes + LIMITS.emptyNodes) return;
  refuse(reading, "yaml-syntax", { problem: "the text has many more indicators such as `,` and `:` than values" });
}

function readText(reading: Reading, lexeme: string): void {
  countNode(reading);
  if (lexeme.length <= LIMITS.scalarLength) return;
  report(reading, "scalar-too-long", reading.offset, lexeme.length, { limit: LIMITS.scalarLength });
  reading.bounded = false;
}

/** An unclosed quote runs to the end of the file; the parser says that better than its length does. */
function readQuoted(reading: Reading, lexeme: string): void {
  if (lexeme.length > 1 && lexeme.endsWith(lexeme.charAt(0))) readText(reading, lexeme);
  else countNode(reading);
}

function readPlain(reading: Reading, lexeme: string): void {
  const what = RESERVED.get(lexeme.charAt(0));
  if (what !== undefined) askForQuotes(reading, what, "cannot begin a plain value");
  readText(reading, lexeme);
}

function readBlockHeader(reading: Reading, lexeme: string): void {
  reading.blockNext = true;
  if (/^[|>](?:[-+]?[1-9]?|[1-9][-+])$/.test(lexeme)) return;
  askForQuotes(reading, `\`${lexeme.charAt(0)}\``, "begins a block of text");
}

function readAlias(reading: Reading, lexeme: string): void {
  countNode(reading);
  const name = lexeme.slice(1);
  if (/^[\w-]+$/.test(name) || reading.anchors.has(name)) countAlias(reading);
  else askForQuotes(reading, "`*`", "begins an alias");
}

function countAlias(reading: Reading): void {
  reading.aliases += 1;
  if (reading.aliases > LIMITS.aliases) refuse(reading, "too-many-aliases", { limit: LIMITS.aliases });
}

function readAnchor(reading: Reading, lexeme: string): void {
  countIndicator(reading);
  reading.anchors.add(lexeme.slice(1));
}

function askForQuotes(reading: Reading, what: string, reason: string): void {
  const { offset } = reading;
  if (isQuoted(reading, offset)) return;
  const text = plainTextAt(reading.text, offset, reading.flowDepth > 0);
  replace(reading, offset, text);
  report(reading, "needs-quotes", offset, text.length, { what, reason, quoted: quoted(text) });
}

function openMap(reading: Reading, lexeme: string): void {
  const { text, offset, previous } = reading;
  if (text[offset - 1] === "$" && previous === "plain" && reading.flowDepth > 0) askForQuotedReference(reading);
  if (text[offset - 1] === "{" && previous === "flow-map-start") askForQuotedBraces(reading);
  openFlow(reading, lexeme);
}

function askForQuotedReference(reading: Reading): void {
  const start = reading.offset - 1;
  if (isQuoted(reading, start)) return;
  const from = Math.max(reading.previousOffset, reading.text.lastIndexOf("\n", start) + 1);
  const text = bracedTextAt(reading.text, from);
  replace(reading, from, text);
  report(reading, "reference-needs-quotes", start, from + text.length - start, { quoted: quoted(text.trim()) });
}

function askForQuotedBraces(reading: Reading): void {
  const start = reading.offset - 1;
  if (isQuoted(reading, start)) return;
  const text = bracedTextAt(reading.text, start);
  replace(reading, start, text);
  const params = { what: "`{{`", reason: "begins a map inside a map", quoted: quoted(text) };
  report(reading, "needs-quotes", start, text.length, params);
}

/** `* * * * *` needs quotes once. */
const isQuoted = (reading: Reading, offset: number): boolean => offset < reading.quotedTo;

function replace(reading: Reading, start: number, text: string): void {
  reading.quotedTo = start + text.length;
  reading.repairs.push({ start, end: reading.quotedTo, by: "text" });
}

/** Without its tag a value is what it is; a tag alone stands for a value. */
function refuseSyntax<C extends "yaml-tag" | "yaml-directive">(
  reading: Reading,
  code: C,
  lexeme: string,
  params: ParamsOf<C>,
): void {
  report(reading, code, reading.offset, lexeme.length, params);
  const end = reading.offset + lexeme.length;
  const isAlone = /^[ \t]*[,\]}]/.test(reading.text.slice(end, end + 100));
  reading.repairs.push({ start: reading.offset, end, by: isAlone ? "text" : "nothing" });
}

function openFlow(reading: Reading, _: string): void {
  countNode(reading);
  reading.flowDepth += 1;
  if (reading.flowDepth > LIMITS.depth) refuse(reading, "too-deep", { limit: LIMITS.depth });
}

function closeFlow(reading: Reading): void {
  countIndicator(reading);
  reading.flowDepth = Math.max(reading.flowDepth - 1, 0);
}

function refuseDocument(reading: Reading): void {
  report(reading, "multiple-documents", reading.offset, 3, {});
  reading.stopped = true;
}

const shown = (lexeme: string): string => visible(lexeme.slice(0, 80));
