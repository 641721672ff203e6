import { type Compilation, compile } from "../compiler/compile.ts";
import { type LocatedDiagnostic, locateDiagnostics } from "../compiler/diagnostics/render/located.ts";
import { emitters } from "../emitters/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import type { SpecOptions } from "./options.ts";
import { STANDARD_INPUT, specReader } from "./read-spec.ts";
import { readStandardInput } from "./standard-input.ts";

/** A compiled spec, and its findings as they are told. */
export interface CompiledSpec {
  readonly spec: string;
  readonly compilation: Compilation;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** The same for all targets, whichever were chosen. */
  whole(): Compilation;
}

export async function compileSpec(
  spec: string,
  options: SpecOptions & { readonly target?: readonly string[] },
): Promise<CompiledSpec> {
  const reader = specReader(spec, spec === STANDARD_INPUT ? await readStandardInput() : undefined);
  const choice = { environment: options.env, variables: options.var, today: today() };
  const compilation = compile(spec, reader.read, { ...choice, targets: options.target }, emitters);
  const refusal = reader.refusal();
  const found = refusal === undefined ? compilation.diagnostics : [refusal];
  const diagnostics = options.strict ? found.map((finding) => ({ ...finding, severity: "error" as const })) : found;
  return {
    spec,
    compilation,
    diagnostics: locateDiagnostics(diagnostics, { merged: compilation.merged, files: reader.files }),
    whole: () => (options.target === undefined ? compilation : compile(spec, reader.read, choice, emitters)),
  };
}

/** No output depends on it, only whether an accepted risk is still accepted. */
const today = (): string => new Date().toISOString().slice(0, 10);

export function exitCodeOf(diagnostics: readonly LocatedDiagnostic[]): ExitCode {
  if (diagnostics.some(({ code }) => code === "file-unreadable")) return EXIT.failed;
  return diagnostics.some(({ severity }) => severity === "error") ? EXIT.invalid : EXIT.fine;
}
