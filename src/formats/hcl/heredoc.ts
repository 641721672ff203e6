import { inherited, noReason, type Piece, piece, type Reason, splitLines, textOf } from "../lines.ts";
import { isPrintable } from "../unprintable.ts";
import { interpolation } from "./inline.ts";
import { isTemplate, literal, type Part, partsOf, type Value } from "./template.ts";
import type { Template } from "./tree.ts";

/** What of a text decides whether and how it may be a heredoc; interpolations count as a character of a line. */
const outline = (parts: readonly Part[]): string => parts.map((part) => ("text" in part ? part.text : "$")).join("");

export function isHeredoc(value: Value): value is string | Template {
  if (typeof value !== "string" && !isTemplate(value)) return false;
  const text = outline(partsOf(value, noReason));
  const isLong = text.endsWith("\n") && text.indexOf("\n") < text.length - 1 && text.trim() !== "";
  return isLong && isPrintable(text.replaceAll(/[\n\t]/g, ""));
}

/** A text of several lines as people write it; `value` must be fit for it. */
export function heredoc(value: string | Template, indent: string, reason: Reason): readonly Piece[] {
  const around = inherited(reason);
  const parts = partsOf(value, around);
  const lines = outline(parts).split("\n").slice(0, -1);
  const marker = markerFor(lines);
  const [opening, margin, closing] = isIndentable(lines) ? ["<<-", `${indent}  `, indent] : ["<<", "", ""];
  return [
    piece(`${opening}${marker}\n`, around),
    ...splitLines(body(parts))
      .slice(0, -1)
      .flatMap((line) => indented(line, margin, around)),
    piece(`${closing}${marker}`, around),
  ];
}

const body = (parts: readonly Part[]): readonly Piece[] =>
  parts.flatMap((part, index) => {
    if ("expression" in part) return interpolation(part.expression, part.reason);
    const { text, dollars } = literal(part.text, parts[index + 1]);
    return [piece(`${text}${dollars}`, part.reason)];
  });

function indented(line: readonly Piece[], margin: string, reason: Reason): readonly Piece[] {
  return [piece(textOf(line) === "" ? "" : margin, reason), ...line, piece("\n", reason)];
}

/** No line of the text may end the heredoc. */
function markerFor(lines: readonly string[]): string {
  const taken = new Set(lines.map((line) => line.trim()));
  let marker = "EOT";
  while (taken.has(marker)) marker += "_";
  return marker;
}

/**
 * `<<-` removes the smallest indentation of all lines, but counts neither blank ones nor a space that a mark combines
 * with; so it serves where each line begins with ASCII and one of them is not indented.
 */
function isIndentable(lines: readonly string[]): boolean {
  return lines.every((line) => /^$|^ *[!-~]/.test(line)) && lines.some((line) => /^[!-~]/.test(line));
}
