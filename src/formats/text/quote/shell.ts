import { checked, refusal } from "./checked.ts";

/** Without `=`, which would assign, and `~`, which would name a home. */
const PLAIN = /^[A-Za-z0-9_@:,./+-]+$/;

const RESERVED = /^(?:case|coproc|do|done|elif|else|esac|fi|for|function|if|in|select|then|time|until|while)$/;

/** One word of a POSIX shell; the template puts `--` before an operand that may look like an option. */
export function shellWord(text: string): string {
  if (PLAIN.test(text) && !RESERVED.test(text)) return text;
  // A home that is meant for another program to find, which quotes around it would leave in doubt.
  if (/^~[A-Za-z0-9_@:,./+-]+$/.test(text)) return `\\${text}`;
  return `'${checked(text, "a shell").replaceAll("'", `'\\''`)}'`;
}

/** One word that stays on its line, as in a code block of Markdown: a second line could close the block. */
export function shellLine(text: string): string {
  if (/[\n\r]/.test(text)) throw refusal(text, "a line of a shell");
  return shellWord(text);
}
