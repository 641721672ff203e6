import { visible } from "./characters.ts";
import { LIMITS } from "./limits.ts";

const LONGEST = 60;

/** How a help line shows the text in quotes; single ones where double ones would need escapes. */
export function quoted(text: string): string {
  const shown = visible(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  return /["\\]/.test(shown) ? `'${shown.replaceAll("'", "''")}'` : `"${shown}"`;
}

/** What a person meant as one plain value: up to the end of the line, a comment, a `: ` or, in braces, a separator. */
export function plainTextAt(text: string, start: number, inFlow: boolean): string {
  const line = lineAt(text, start).replace(/:(?:\s.*|$)/, "");
  return (inFlow ? line.replace(/[,\]}].*/, "") : line).trim();
}

/** The same for text with balanced `{ }` in it. */
export function bracedTextAt(text: string, start: number): string {
  const line = lineAt(text, start);
  return (/^(?:[^,[\]{}]*(?:\{\{[^{}]*\}\}|\{[^{}]*\}))+[^,[\]{}]*/.exec(line)?.[0] ?? line).trimEnd();
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text
    .slice(start, Math.min(end === -1 ? text.length : end, start + LIMITS.scalarLength))
    .replace(/[ \t]#.*/, "");
}
