import { escapeUnprintable, shortOrLongEscape } from "../../unprintable.ts";

/** The rest of a comment's line; a line break is shown, not made. */
export const comment = (text: string): string =>
  escapeUnprintable(text.replaceAll("\n", "\\n").replaceAll("\r", "\\r"), shortOrLongEscape);
