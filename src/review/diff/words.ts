import type { EditView, ReviewView } from "./view.ts";

/** What happened, in the words of the spec: `scaling.web.max 4 -> 8`. */
export function editTitle({ kind, path, was, before, after }: EditView): string {
  if (kind === "renamed") return `${was} -> ${path}`;
  if (kind === "changed") return `${path} ${valueText(before)} -> ${valueText(after)}`;
  const value = kind === "added" ? after : before;
  return `${path} ${kind}${isElement(value) ? "" : `: ${valueText(value)}`}`;
}

const isElement = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

const longest = 60;

const valueText = (value: unknown): string => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
};

/** One line about all of it, short enough for the title of a pull request. */
export function summaryOf({ groups, files, added, removed, unexplained }: ReviewView): string {
  if (groups.length === 0 && files === 0) return "nothing changes";
  const edits = counted(groups.length, "edit");
  const outside = unexplained.length === 0 ? "" : `, ${counted(unexplained.length, "place")} that no edit explains`;
  return `${edits} of the spec: ${counted(files, "file")} with +${added} -${removed} lines${outside}`;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
