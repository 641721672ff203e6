import { isMap } from "yaml";
import { type Diagnostic, diagnose, type Result } from "../diagnostics/diagnostic.ts";
import { build } from "./build.ts";
import { compose } from "./compose.ts";
import { guard } from "./guard.ts";
import { LIMITS } from "./limits.ts";
import { type Locations, locations } from "./locate.ts";
import { endOf, kindOf, type Node, startOf } from "./nodes.ts";
import type { SourceFile } from "./source-file.ts";
import { syntaxFindings } from "./syntax.ts";

/**
 * One file as plain data, and where each value of it was written. Maps have no prototype, strings are in Unicode's NFC.
 * A path that was not written leads to its nearest written ancestor; below an alias, to where the anchor stands.
 */
export interface SourceTree extends Locations {
  readonly file: SourceFile;
  readonly value: unknown;
}

/** YAML text → tree with positions, or all that keeps it from being one. */
export function parseSource(file: SourceFile): Result<SourceTree> {
  const { tokens, findings, bounded } = guard(file);
  if (!bounded) return refused(findings);
  const { root, complaints } = compose(tokens);
  const syntax = syntaxFindings(file, complaints);
  const early = [...findings, ...syntax];
  if (root === null || !isMap(root)) return refused(early.length > 0 ? early : [rootFinding(file, root)]);
  const built = build(file, root);
  const late = built.findings.filter(isBefore(syntax));
  if (early.length + late.length > 0) return refused([...early, ...late]);
  return { value: { file, value: built.value, ...locations(file, root, built.targets) }, diagnostics: [] };
}

function rootFinding(file: SourceFile, root: Node | null): Diagnostic {
  if (root === null || startOf(root) === endOf(root)) {
    return diagnose("empty-document", { span: { file: file.path, start: 0, end: 0 } }, {});
  }
  const span = { file: file.path, start: startOf(root), end: endOf(root) };
  return diagnose("root-not-a-map", { span }, { kind: kindOf(root) });
}

/** In the order of the file, and no more than anybody reads. */
const refused = (findings: readonly Diagnostic[]): Result<SourceTree> => ({
  value: undefined,
  diagnostics: findings.toSorted((a, b) => offsetOf(a) - offsetOf(b)).slice(0, LIMITS.findings),
});

const offsetOf = ({ place }: Diagnostic): number => ("span" in place ? place.span.start : 0);

/** After a mistake in the syntax the parser guesses the structure, so that what follows may be no mistake at all. */
const isBefore =
  ([first]: readonly Diagnostic[]) =>
  (finding: Diagnostic): boolean =>
    first === undefined || offsetOf(finding) < offsetOf(first);
