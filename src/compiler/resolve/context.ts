import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ValidSpec } from "../spec/validate.ts";

/** What every resolver reads from and reports to. */
export interface Context {
  readonly spec: ValidSpec;
  readonly report: (finding: Diagnostic) => void;
}
