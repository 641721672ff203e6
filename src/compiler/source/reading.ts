import type { CST } from "yaml";
import type { Code, ParamsOf } from "../diagnostics/catalogue.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { LIMITS } from "./limits.ts";
import type { Repair } from "./repair.ts";

/** `plain` and `block-text` are the two kinds of text that the lexer announces with a marker. */
export type Kind = NonNullable<ReturnType<typeof CST.tokenType>> | "plain" | "block-text" | "unknown";

/** Where the lexer is, and what its lexemes have told so far. */
export interface Reading {
  readonly path: string;
  readonly text: string;
  readonly findings: Diagnostic[];
  readonly repairs: Repair[];
  readonly anchors: Set<string>;
  offset: number;
  previous: Kind;
  previousOffset: number;
  textNext: boolean;
  blockNext: boolean;
  flowDepth: number;
  nodes: number;
  indicators: number;
  aliases: number;
  documents: number;
  /** The end of the text that has last been asked to be quoted. */
  quotedTo: number;
  /** Nothing after this place is read. */
  stopped: boolean;
  /** The text is within the limits, so that the parser may have it. */
  bounded: boolean;
}

export const beginReading = (path: string, text: string): Reading => ({
  path,
  text,
  findings: [],
  repairs: [],
  anchors: new Set(),
  offset: 0,
  previous: "newline",
  previousOffset: 0,
  textNext: false,
  blockNext: false,
  flowDepth: 0,
  nodes: 0,
  indicators: 0,
  aliases: 0,
  documents: 0,
  quotedTo: 0,
  stopped: false,
  bounded: true,
});

/** Says that the text goes beyond a limit, and that nothing else of it is looked at. */
export function refuse<C extends Code>(reading: Reading, code: C, params: ParamsOf<C>): void {
  report(reading, code, reading.offset, 1, params);
  reading.stopped = true;
  reading.bounded = false;
}

export function report<C extends Code>(
  reading: Reading,
  code: C,
  start: number,
  length: number,
  params: ParamsOf<C>,
): void {
  const end = Math.min(start + length, reading.text.length);
  reading.findings.push(diagnose(code, { span: { file: reading.path, start, end } }, params));
  if (reading.findings.length >= LIMITS.findings) reading.stopped = true;
}
