import { type Diagnostic, diagnose, type Place } from "../diagnostics/diagnostic.ts";
import type { Complaint } from "./compose.ts";
import { LIMITS } from "./limits.ts";
import type { SourceFile } from "./source-file.ts";
import { sentenceOf } from "./syntax-errors.ts";

/** The parser's complaints as findings, without those that only follow from an earlier one. */
export function syntaxFindings(file: SourceFile, complaints: readonly Complaint[]): readonly Diagnostic[] {
  const lines = new Set<number>();
  const sorted = complaints.toSorted((a, b) => a.start - b.start);
  return sorted
    .filter((complaint) => isNews(file, complaint, lines))
    .map((complaint) => syntaxFinding(file, complaint));
}

/** What follows on the same line is the same mistake, and so is text that the parser cannot place after it. */
function isNews(file: SourceFile, { code, start }: Complaint, lines: Set<number>): boolean {
  const { line } = file.positionAt(start);
  const follows = lines.has(line) || (code === "UNEXPECTED_TOKEN" && lines.size > 0);
  lines.add(line);
  return !follows;
}

function syntaxFinding(file: SourceFile, { code, text, start, end }: Complaint): Diagnostic {
  const place: Place = { span: { file: file.path, ...onText(file.text, start, end) } };
  if (code === "TAB_AS_INDENT") return diagnose("tab-indentation", place, {});
  if (code === "KEY_OVER_1024_CHARS") return diagnose("key-too-long", place, { limit: LIMITS.keyLength });
  return diagnose("yaml-syntax", place, sentenceOf(code, text));
}

/** A complaint may lie behind the end of the text, or have no width. */
function onText(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const first = Math.min(start, text.length);
  return { start: first, end: Math.min(Math.max(end, first + 1), text.length) };
}
