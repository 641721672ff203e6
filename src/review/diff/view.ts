import { plain } from "../../compiler/spec/layer.ts";
import { showPath } from "../../compiler/spec/reference.ts";
import type { Hunk, Review } from "./review.ts";
import { type SpecEdit, writerOf } from "./spec-edit.ts";

/** A review as data: what `--format json` prints, and what the other formats are made of. */
export interface ReviewView {
  readonly groups: readonly GroupView[];
  /** What no edit of the spec explains: another specc, or a file that was edited. */
  readonly unexplained: readonly HunkView[];
  readonly files: number;
  readonly added: number;
  readonly removed: number;
}

export interface GroupView {
  readonly edit: EditView;
  readonly hunks: readonly HunkView[];
}

export interface EditView {
  readonly kind: SpecEdit["kind"];
  readonly path: string;
  readonly was?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly file: string;
  readonly line: number;
}

export interface HunkView {
  readonly path: string;
  readonly lines: readonly { readonly sign: "-" | "+"; readonly line: number; readonly text: string }[];
}

export function reviewView({ groups, unexplained }: Review): ReviewView {
  const hunks = [...groups.flatMap((group) => group.hunks), ...unexplained];
  const signs = hunks.flatMap(({ changes }) => changes.map(({ sign }) => sign));
  return {
    groups: groups.flatMap(({ edit, hunks: its }) =>
      edit === undefined ? [] : [{ edit: editView(edit), hunks: its.map(hunkView) }],
    ),
    unexplained: unexplained.map(hunkView),
    files: new Set(hunks.map(({ path }) => path)).size,
    added: signs.filter((sign) => sign === "+").length,
    removed: signs.filter((sign) => sign === "-").length,
  };
}

function editView(edit: SpecEdit): EditView {
  const { kind, at, was, before, after } = edit;
  const writer = writerOf(edit);
  const line = writer?.tree.file.positionAt(writer.tree.spanOf(writer.path).start).line ?? 0;
  return {
    kind,
    path: showPath(at),
    ...(was === undefined ? {} : { was: showPath(was) }),
    ...(before === undefined ? {} : { before: plain(before) }),
    ...(after === undefined ? {} : { after: plain(after) }),
    file: writer?.tree.file.path ?? "",
    line,
  };
}

const hunkView = ({ path, changes }: Hunk): HunkView => ({
  path,
  lines: changes.map(({ sign, line, text }) => ({ sign, line, text })),
});
