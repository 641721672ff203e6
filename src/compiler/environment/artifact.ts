import type { App } from "./app.ts";
import type { Located } from "./located.ts";
import type { Registry } from "./registry.ts";
import type { Scalar, Text } from "./text.ts";

/** A released binary in place of an image. */
export interface Artifact extends Located {
  readonly registry: Registry;
  readonly version: Text;
  readonly file: Text;
  readonly path: Text;
  readonly digest: Text | undefined;
  /** Files that the ingress serves, in place of a program. */
  readonly static: Scalar<boolean>;
}

/** An app that is no container; it stands beside the apps, whose emitters all print an image. */
export interface ArtifactApp extends Omit<App, "image" | "builtFrom"> {
  readonly artifact: Artifact;
}
