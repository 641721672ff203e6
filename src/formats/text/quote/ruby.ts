import { escapeUnprintable, hexadecimal } from "../../unprintable.ts";
import { checked } from "./checked.ts";

/** A Ruby string. Single quotes would lose a carriage return before a line feed, so it is a double-quoted one. */
export function rubyString(text: string): string {
  const quoted = JSON.stringify(checked(text, "Ruby")).replace(/#(?=[{$@])/g, "\\#");
  return escapeUnprintable(quoted, (codePoint) => `\\u{${hexadecimal(codePoint, 1)}}`);
}
