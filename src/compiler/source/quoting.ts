import { visible } from "./characters.ts";

const LONGEST = 60;

/** How a help line shows the text in quotes; single ones where double ones would need escapes. */
export function quoted(text: string): string {
  const shown = visible(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  return /["\\]/.test(shown) ? `'${shown.replaceAll("'", "''")}'` : `"${shown}"`;
}

/** What a person meant as one plain value: up to the end of the line, a comment or, in braces, the next separator. */
export function plainTextAt(text: string, start: number, inFlow: boolean): string {
  const end = text.indexOf("\n", start);
  const line = text.slice(start, end === -1 ? undefined : end).replace(/[ \t]#.*/, "");
  return (inFlow ? line.replace(/[,\]}].*/, "") : line).trim();
}

/** The same for text with `{ }` in it: up to the braces' end and what follows them without a space. */
export function bracedTextAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  const line = text.slice(start, end === -1 ? undefined : end);
  return /^[^\s,[\]{}]*(?:\{\{[^{}]*\}\}|\{[^{}]*\})[^\s,[\]{}]*/.exec(line)?.[0] ?? line.trim();
}
