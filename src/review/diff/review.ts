import type { Compilation } from "../../compiler/compile.ts";
import type { Layered } from "../../compiler/spec/layer.ts";
import type { MergedSpec } from "../../compiler/spec/merged-spec.ts";
import { type Causes, causesAmong } from "./cause.ts";
import { type Block, type Files, type LineChange, outputChanges } from "./output-change.ts";
import { type SpecEdit, specEdits, withEdit } from "./spec-edit.ts";

/** Changed lines of one file that have the same cause. */
export interface Hunk {
  readonly path: string;
  readonly changes: readonly LineChange[];
}

/** What an edit of the spec does to the outputs; without an edit, what none explains. */
export interface Group {
  readonly edit: SpecEdit | undefined;
  readonly hunks: readonly Hunk[];
}

/** Every edit with its hunks, those without any too; each hunk is in one group, and the last is what no edit explains. */
export interface Review {
  readonly groups: readonly Group[];
  readonly unexplained: readonly Hunk[];
}

/** One side of a review; without a merged spec only its files are known. */
export type Side = Pick<Compilation, "merged" | "files">;

/** Compiles a merged spec as both sides were compiled. */
export type CompileAgain = (root: Layered) => Files;

/** What a change of a spec does to everything that comes of it. */
export function reviewOf(before: Side, after: Side, again: CompileAgain): Review {
  const edits =
    before.merged === undefined || after.merged === undefined ? [] : editsBetween(before.merged, after.merged);
  const blocks = outputChanges(before.files, after.files);
  const causeOf = attribution(edits, { before, again });
  const hunks = blocks.flatMap((block) => splitByCause(block, causeOf));
  return {
    groups: edits.map((edit) => ({ edit, hunks: hunks.filter((hunk) => hunk.cause === edit).map(withoutCause) })),
    unexplained: hunks.filter(({ cause }) => cause === undefined).map(withoutCause),
  };
}

/** Another environment is an edit too, and the first to be asked: names begin with it. */
const editsBetween = (before: MergedSpec, after: MergedSpec): readonly SpecEdit[] => [
  ...environmentEdits(before.environment.name, after.environment.name),
  ...specEdits(before.root, after.root),
];

const environmentEdits = (before: string, after: string): readonly SpecEdit[] =>
  before === after ? [] : [{ kind: "changed", at: ["environment"], before: written(before), after: written(after) }];

const written = (value: string): Layered => ({ kind: "value", writers: [], value });

interface CausedHunk extends Hunk {
  readonly cause: SpecEdit | undefined;
}

const withoutCause = ({ path, changes }: CausedHunk): Hunk => ({ path, changes });

type CauseOf = (path: string, change: LineChange) => SpecEdit | undefined;

/** Lines keep their order, so a hunk is what a reader would mark in the file. */
function splitByCause({ path, changes }: Block, causeOf: CauseOf): readonly CausedHunk[] {
  const byCause = new Map<SpecEdit | undefined, LineChange[]>();
  for (const change of changes) {
    const cause = causeOf(path, change);
    byCause.set(cause, [...(byCause.get(cause) ?? []), change]);
  }
  return [...byCause].map(([cause, its]) => ({ path, changes: its, cause }));
}

/**
 * Why a line changed. A single edit explains everything. Among several, the origins of the line tell; where they do not,
 * each edit is tried alone, and what then changes in the same way is its doing. What only several do together belongs to
 * the first that the line may be there for.
 */
function attribution(edits: readonly SpecEdit[], trial: Trial): CauseOf {
  const [first] = edits;
  if (first === undefined || edits.length === 1) return () => first;
  const causes: Causes = causesAmong(edits);
  const alone = doneAlone(edits, trial);
  return (path, change) =>
    causes.certain(change.origins) ?? alone(path, change) ?? causes.possible(change.origins)[0] ?? first;
}

interface Trial {
  readonly before: Side;
  readonly again: CompileAgain;
}

/** An edit costs a compilation, so it is tried only when somebody asks. */
function doneAlone(edits: readonly SpecEdit[], { before, again }: Trial): CauseOf {
  const done = new Map<SpecEdit, ReadonlySet<string>>();
  const changesOf = (edit: SpecEdit): ReadonlySet<string> => {
    const known = done.get(edit);
    if (known !== undefined) return known;
    const root = before.merged?.root;
    const blocks = root === undefined ? [] : outputChanges(before.files, again(withEdit(root, edit)));
    const found = new Set(blocks.flatMap(({ path, changes }) => changes.map((change) => keyOf(path, change))));
    done.set(edit, found);
    return found;
  };
  return (path, change) => edits.find((edit) => changesOf(edit).has(keyOf(path, change)));
}

const keyOf = (path: string, { sign, text }: LineChange): string => `${path}\0${sign}${text}`;
