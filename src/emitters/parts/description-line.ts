/**
 * What a spec says about something, on the one line that `Description=` has. There a backslash at the end would take the
 * next line in, and nothing could escape it.
 */
export const descriptionLine = (description: string): string =>
  description
    .replace(/\s+/g, " ")
    .replace(/[\s\\]+$/, "")
    .trimStart();
