import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Suggestion } from "../spec/nearest.ts";
import type { ValidSpec } from "../spec/validate.ts";

/** What every resolver reads from and reports to. */
export interface Context {
  readonly spec: ValidSpec;
  readonly report: (finding: Diagnostic) => void;
  readonly suggest: (name: string, known: () => readonly string[]) => Suggestion;
}
