import type { Diagnostic } from "../../../compiler/diagnostics/diagnostic.ts";
import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { SpecPath } from "../../../formats/origin.ts";

/** What a provider takes as the name of something. */
export interface NameLimit {
  readonly what: string;
  readonly shortest?: number;
  readonly longest: number;
  readonly allowed: RegExp;
  readonly letters: string;
}

/** What is wrong with a name that shares an account with others. */
export function* nameFindings(limit: NameLimit, name: string, at: SpecPath): Iterable<Diagnostic> {
  const problem = nameProblem(limit, name);
  if (problem !== undefined) yield diagnose("terraform-name", at, { what: limit.what, name, problem });
}

function nameProblem({ shortest = 1, longest, allowed, letters }: NameLimit, name: string): string | undefined {
  if (name.length > longest) return `it has ${name.length} characters, and ${longest} are allowed`;
  if (name.length < shortest) return `it has ${name.length} characters, and ${shortest} are the least`;
  return allowed.test(name) ? undefined : `allowed are ${letters}`;
}
