import { visible } from "../../compiler/source/characters.ts";
import type { GroupView, HunkView, ReviewView } from "./view.ts";
import { editTitle, summaryOf } from "./words.ts";

/** What a word of a review is, for whoever colours it. */
export type ReviewRole = "title" | "place" | "file" | "removed" | "added";

export type ReviewStyle = (role: ReviewRole, text: string) => string;

/** A review for a terminal: each edit, and below it the lines that it changes. */
export function reviewText(view: ReviewView, style: ReviewStyle): string {
  const groups = view.groups.map((group) => groupText(group, style));
  const rest =
    view.unexplained.length === 0
      ? []
      : [`${style("title", "no edit of the spec explains")}\n${hunksText(view.unexplained, style)}`];
  return [...groups, ...rest, `${summaryOf(view)}\n`].join("\n");
}

const groupText = ({ edit, hunks }: GroupView, style: ReviewStyle): string => {
  const place = edit.file === "" ? "" : `  ${style("place", `${visible(edit.file)}:${edit.line}`)}`;
  const nothing = hunks.length === 0 ? "  no line of the output\n" : "";
  return `${style("title", visible(editTitle(edit)))}${place}\n${nothing}${hunksText(hunks, style)}`;
};

function hunksText(hunks: readonly HunkView[], style: ReviewStyle): string {
  const lines = hunks.flatMap(({ path, lines: its }, index) => [
    ...(hunks[index - 1]?.path === path ? [] : [`  ${style("file", visible(path))}`]),
    ...its.map(({ sign, line, text }) => {
      const role = sign === "-" ? "removed" : "added";
      return `  ${String(line).padStart(5)} ${style(role, `${sign} ${visible(text)}`)}`;
    }),
  ]);
  return lines.map((line) => `${line}\n`).join("");
}
