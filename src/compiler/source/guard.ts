import { type CST, Lexer, Parser } from "yaml";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { characterFinding } from "./character-finding.ts";
import { forbiddenInSource } from "./characters.ts";
import { lengthOf, readLexeme } from "./lexical-rules.ts";
import { LIMITS } from "./limits.ts";
import { beginReading, type Reading } from "./reading.ts";
import { repaired } from "./repair.ts";
import type { SourceFile } from "./source-file.ts";

/** The text as a flat run of tokens, and all that can be said of it without composing values. */
export interface Scan {
  readonly tokens: readonly CST.Token[];
  readonly findings: readonly Diagnostic[];
  /** Whether the text is within the limits; the composer, which is recursive, never sees any other. */
  readonly bounded: boolean;
}

/** Reads a file once, in linear time and without recursion, and refuses what no spec needs. */
export function guard(file: SourceFile): Scan {
  const findings = [...sizeFindings(file), ...characterFindings(file)];
  return findings.length > 0 ? { tokens: [], findings, bounded: false } : scan(file);
}

function sizeFindings({ path, text }: SourceFile): readonly Diagnostic[] {
  const start = { span: { file: path, start: 0, end: 0 } };
  if (text.length > LIMITS.fileLength) return [diagnose("file-too-large", start, { limit: LIMITS.fileLength })];
  const beyond = offsetOfLine(text, LIMITS.lines);
  if (beyond === undefined) return [];
  const span = { file: path, start: beyond, end: beyond };
  return [diagnose("too-many-lines", { span }, { limit: LIMITS.lines })];
}

function offsetOfLine(text: string, line: number): number | undefined {
  if (text.length < line) return undefined;
  let at = -1;
  for (let count = 0; count < line; count += 1) {
    at = text.indexOf("\n", at + 1);
    if (at === -1) return undefined;
  }
  return at + 1;
}

const characterFindings = ({ path, text }: SourceFile): readonly Diagnostic[] =>
  forbiddenInSource(text, LIMITS.findings).map(({ code, offset, character }) =>
    characterFinding(code, { file: path, start: offset, end: offset + character.length }, character),
  );

/** All lexemes first, since counting them costs a fraction of parsing them. */
function scan({ path, text }: SourceFile): Scan {
  const reading = beginReading(path, text);
  const lexemes = readLexemes(reading);
  const { findings } = reading;
  if (!reading.bounded || findings.length >= LIMITS.findings) return { tokens: [], findings, bounded: false };
  return reading.repairs.length === 0 ? parsed(reading, lexemes, findings) : scanRepaired(reading, findings);
}

/** What the lexer finds in the repaired text has been said before. */
function scanRepaired({ path, text, repairs }: Reading, findings: readonly Diagnostic[]): Scan {
  const reading = beginReading(path, repaired(text, repairs));
  const lexemes = readLexemes(reading);
  return reading.bounded ? parsed(reading, lexemes, findings) : { tokens: [], findings, bounded: false };
}

function parsed({ path }: Reading, lexemes: readonly string[], findings: readonly Diagnostic[]): Scan {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let start = 0;
  for (const lexeme of lexemes) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (isTooDeep(parser.stack)) return { tokens: [], findings: [...findings, tooDeep(path, start)], bounded: false };
    start += lengthOf(lexeme);
  }
  return { tokens: [...tokens, ...parser.end()], findings, bounded: true };
}

const tooDeep = (file: string, start: number): Diagnostic =>
  diagnose("too-deep", { span: { file, start, end: start + 1 } }, { limit: LIMITS.depth });

function readLexemes(reading: Reading): readonly string[] {
  const lexemes: string[] = [];
  for (const lexeme of new Lexer().lex(reading.text)) {
    readLexeme(reading, lexeme);
    if (reading.stopped) break;
    lexemes.push(lexeme);
  }
  return lexemes;
}

/** The stack also holds the document and the value that is being read. */
const isTooDeep = (stack: readonly CST.Token[]): boolean =>
  stack.length > LIMITS.depth && stack.filter(isCollection).length > LIMITS.depth;

const isCollection = ({ type }: CST.Token): boolean =>
  type === "block-map" || type === "block-seq" || type === "flow-collection";
