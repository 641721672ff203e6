import type { Document } from "../formats/document.ts";
import type { SpecPath } from "../formats/origin.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Capability } from "./environment/capability.ts";
import type { Environment } from "./environment/environment.ts";

/** One file of a target: its path below the target's folder, and why it is there. */
export interface Artifact {
  readonly path: string;
  readonly at: SpecPath;
  readonly document: Document;
  readonly executable?: true;
}

/** What a target does with a part of the language: prints it, leaves it to others, or cannot be right without it. */
export type Support = "emits" | "ignores" | "rejects";

/** Reports at the place in the spec what this rule finds wrong with an environment. */
export type Check = (environment: Environment) => Iterable<Diagnostic>;

/** The plug: everything that specc knows about one target. */
export interface Emitter {
  readonly target: string;
  readonly title: string;
  readonly support: Readonly<Record<Capability, Support>>;
  /** A companion is no target that a spec selects: it comes by itself where an environment needs its files. */
  readonly accompanies?: (environment: Environment) => boolean;
  /** What only this target demands. */
  readonly checks: readonly Check[];
  /** Pure and total: whatever may go wrong has been said by the checks. */
  emit(environment: Environment): readonly Artifact[];
}
