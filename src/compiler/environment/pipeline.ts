import type { Traced } from "../../formats/origin.ts";
import type { Named } from "./located.ts";
import type { Registry } from "./registry.ts";
import type { Scalar, Text } from "./text.ts";

export type Stage = "build" | "test" | "scan" | "release" | "plan" | "review" | "apply" | "deploy";

/** What starts a pipeline for the environment that it is named after. */
export interface Trigger extends Named {
  readonly branch: Scalar<string> | undefined;
  readonly tag: Scalar<string> | undefined;
  readonly pullRequest: Scalar<boolean>;
  readonly temporary: Scalar<boolean>;
}

/** A command, one argument an item. */
export type Command = readonly Text[];

/** What builds, plans and applies on its own. */
export interface Pipeline extends Named {
  readonly kind: Scalar<"github-actions" | "travis">;
  readonly stages: readonly Traced<Stage>[];
  readonly triggers: readonly Trigger[];
  readonly image: Text | undefined;
  readonly build: readonly Command[];
  readonly test: readonly Command[];
  /** The registry that releases go to. */
  readonly release: Registry | undefined;
}
