import { commentLines, inherited, join, noReason, type Piece, piece, printed, type Reason, reveal } from "../lines.ts";
import { ORIGINS, type Printed } from "../origin.ts";
import type { Datum, ZoneDocument, ZoneRecord } from "./tree.ts";

const NAME = /^(?:@|(?:\*|[A-Za-z0-9_-]+)(?:\.[A-Za-z0-9_-]+)*\.?)$/;
const WORD = /^[A-Za-z0-9@._:*+/=-]+$/;
const TYPE = /^[A-Z][A-Z0-9]*$/;

/** A character string holds as many bytes. */
const LONGEST = 255;

/** The origin and the time to live, then a record a line, in columns. */
export function printZone(document: ZoneDocument): Printed {
  const [origin, originReason] = reveal(document.origin, noReason);
  const [ttl, ttlReason] = reveal(document.ttl, noReason);
  const comments =
    document.comment === undefined ? [] : commentLines(document.comment).map((line) => line.replace(/^#/, ";"));
  const head: readonly (readonly Piece[])[] = [
    ...(comments.length === 0 ? [] : [[piece(`${comments.join("\n")}\n`, noReason)]]),
    [piece(`$ORIGIN ${checked(origin, NAME, "name")}.`, originReason)],
    [piece(`$TTL ${ttl}`, ttlReason)],
  ];
  const names = document.records.map(({ name }) => reveal(name, noReason)[0].length);
  const types = document.records.map(({ type }) => type.length);
  const columns = { name: Math.max(0, ...names), type: Math.max(0, ...types) };
  const records = document.records.map((record) => printRecord(record, columns));
  return printed([...join([...head, ...records], "\n", noReason), piece("\n", noReason)]);
}

interface Columns {
  readonly name: number;
  readonly type: number;
}

function printRecord(record: ZoneRecord, columns: Columns): readonly Piece[] {
  const reason: Reason = { origins: record[ORIGINS] ?? [], own: false };
  const [name, nameReason] = reveal(record.name, reason);
  const ttl =
    record.ttl === undefined ? [] : [piece(`${reveal(record.ttl, reason)[0]} `, reveal(record.ttl, reason)[1])];
  return [
    piece(checked(name, NAME, "name").padEnd(columns.name + 1), nameReason),
    ...ttl,
    piece(`IN ${checked(record.type, TYPE, "type").padEnd(columns.type)} `, inherited(reason)),
    ...join(
      record.data.map((datum) => [printDatum(datum, reason)]),
      " ",
      reason,
    ),
  ];
}

function printDatum(given: Datum, parent: Reason): Piece {
  const [datum, reason] = reveal(given, parent);
  return piece(typeof datum === "string" ? checked(datum, WORD, "word") : quoted(datum.text), reason);
}

/** Bytes beyond ASCII, and those that nobody sees, stand as `\DDD`. */
function quoted(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > LONGEST) throw new Error(`a text of DNS is longer than ${LONGEST} bytes: ${JSON.stringify(text)}`);
  return `"${bytes.map(spelled).join("")}"`;
}

function spelled(byte: number): string {
  if (byte < 0x20 || byte > 0x7e) return `\\${String(byte).padStart(3, "0")}`;
  const character = String.fromCharCode(byte);
  return character === '"' || character === "\\" ? `\\${character}` : character;
}

function checked(text: string, pattern: RegExp, what: string): string {
  if (!pattern.test(text)) throw new Error(`no ${what} of DNS: ${JSON.stringify(text)}`);
  return text;
}
