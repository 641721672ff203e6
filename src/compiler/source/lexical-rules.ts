import { CST } from "yaml";
import { visible } from "./characters.ts";
import { LIMITS } from "./limits.ts";
import { bracedTextAt, plainTextAt, quoted } from "./quoting.ts";
import { type Kind, type Reading, refuse, report, reportAndMute, unmute } from "./reading.ts";

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
  tag: (reading, lexeme) => report(reading, "yaml-tag", reading.offset, lexeme.length, { tag: shown(lexeme) }),
  "directive-line": (reading, lexeme) =>
    report(reading, "yaml-directive", reading.offset, lexeme.length, { directive: shown(lexeme) }),
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
  newline: unmute,
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

/** `* * * * *` needs quotes once. */
function askForQuotes(reading: Reading, what: string, reason: string): void {
  if (reading.offset < reading.quotedTo) return;
  const text = plainTextAt(reading.file.text, reading.offset, reading.flowDepth > 0);
  reportAndMute(reading, "needs-quotes", reading.offset, text.length, { what, reason, quoted: quoted(text) });
  reading.quotedTo = reading.offset + text.length;
}

function openMap(reading: Reading, lexeme: string): void {
  const { file, offset, previous } = reading;
  const before = file.text[offset - 1];
  if (before === "$" && previous === "plain" && reading.flowDepth > 0) askForQuotedReference(reading);
  if (before === "{" && previous === "flow-map-start" && file.text[offset - 2] !== "$") askForQuotedBraces(reading);
  openFlow(reading, lexeme);
}

function askForQuotedReference(reading: Reading): void {
  const { text } = reading.file;
  const start = reading.offset - 1;
  const help = quoted(bracedTextAt(text, reading.previousOffset));
  reportAndMute(reading, "reference-needs-quotes", start, bracedTextAt(text, start).length, { quoted: help });
}

function askForQuotedBraces(reading: Reading): void {
  const text = bracedTextAt(reading.file.text, reading.offset - 1);
  const params = { what: "`{{`", reason: "begins a map inside a map", quoted: quoted(text) };
  reportAndMute(reading, "needs-quotes", reading.offset - 1, text.length, params);
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
