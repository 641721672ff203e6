import { escapeUnprintable } from "../../unprintable.ts";
import { checked, refusal } from "./checked.ts";

/** What CommonMark, its tables and its extensions give a meaning anywhere in a line. */
const SPECIAL = /[\\`*_{}[\]<>()#~&!$^]/g;

/** What makes a list or a heading of the line that it begins. */
const START = /^[-+=]|^\d+[.)]/;

/** What GitHub makes a link without any brackets. */
const BARE_LINK = /(?<=https?|ftp|mailto|xmpp):|(?<=www)\./gi;

/** Blanks that Markdown would drop or count, and the bar between cells, which is one even behind a backslash. */
const LOST = /^[ \t]|[ \t]$|[ \t](?=[ \t])|\t|\|/g;

/** What stands between back-ticks as it is, in a table cell as well. */
const PLAIN_CODE = /^[^\s\p{C}`|\\]+(?: [^\s\p{C}`|\\]+)*$/u;

/** Text in a paragraph, a heading or a cell, shown as it is. */
export function markdown(text: string): string {
  if (/[^\P{Cc}\t\n\r]/u.test(text)) throw refusal(text, "Markdown");
  const escaped = checked(text, "Markdown")
    .replace(SPECIAL, "\\$&")
    .replace(START, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)
    .replace(BARE_LINK, "\\$&")
    .replace(LOST, (character) => entity(character.charCodeAt(0)));
  return escapeUnprintable(escaped, entity);
}

/** The same as code; what back-ticks cannot hold in each place stands in the tag that they are short for. */
export const markdownCode = (text: string): string =>
  PLAIN_CODE.test(text) ? `\`${text}\`` : `<code>${markdown(text)}</code>`;

/** An entity is never structure, not even one for a line break. */
const entity = (codePoint: number): string => `&#${codePoint};`;
