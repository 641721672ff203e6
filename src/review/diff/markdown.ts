import { markdown, markdownCode } from "../../formats/text/quote/markdown.ts";
import type { GroupView, HunkView, ReviewView } from "./view.ts";
import { editTitle, summaryOf } from "./words.ts";

/** GitHub takes comments of 65,536 characters. */
const longestComment = 65_536;

/** A review as a comment on a pull request; what does not fit is counted. */
export function reviewMarkdown(view: ReviewView, limit = longestComment): string {
  const head = `### ${markdown(summaryOf(view))}\n`;
  const sections = [
    ...view.groups.map(groupSection),
    ...(view.unexplained.length === 0 ? [] : [section("No edit of the spec explains", view.unexplained)]),
  ];
  const kept = fitting(sections, limit - head.length - leftOut(sections.length).length);
  const left = sections.length - kept.length;
  return [head, ...kept, ...(left === 0 ? [] : [leftOut(left)])].join("\n");
}

const leftOut = (count: number): string => `${count} more that do not fit here.\n`;

/** As many from the first on as the limit allows. */
function fitting(sections: readonly string[], limit: number): readonly string[] {
  let length = 0;
  const end = sections.findIndex((text) => (length += text.length + 1) > limit);
  return end === -1 ? sections : sections.slice(0, end);
}

const groupSection = ({ edit, hunks }: GroupView): string =>
  section(
    `${markdownCode(editTitle(edit))}${edit.file === "" ? "" : ` in ${markdownCode(`${edit.file}:${edit.line}`)}`}`,
    hunks,
  );

function section(title: string, hunks: readonly HunkView[]): string {
  const files = [...new Set(hunks.map(({ path }) => path))];
  const body = files.map((path) =>
    fileDiff(
      path,
      hunks.filter((hunk) => hunk.path === path),
    ),
  );
  const count = hunks.reduce((sum, { lines }) => sum + lines.length, 0);
  const summary = `<summary>${title} (${count === 1 ? "1 line" : `${count} lines`})</summary>`;
  return `<details>\n${summary}\n\n${body.join("\n")}\n</details>\n`;
}

/** A fence is longer than any run of back-ticks inside. */
function fileDiff(path: string, hunks: readonly HunkView[]): string {
  const lines = hunks.flatMap((hunk) => hunk.lines.map(({ sign, text }) => `${sign}${text}`));
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length);
  const fence = "`".repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${markdownCode(path)}\n\n${fence}diff\n${lines.join("\n")}\n${fence}\n`;
}
