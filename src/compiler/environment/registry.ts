import type { Traced } from "../../formats/origin.ts";
import type { Located, Named } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

export interface RegistryLogin extends Located {
  /** A bool var decides at deploy time where the target has conditions. */
  readonly enabled: Scalar<boolean>;
  readonly user: Text | undefined;
  readonly email: Text | undefined;
  readonly password: Text | undefined;
}

/** Where container images or released binaries are kept. */
export interface Registry extends Named {
  readonly kind: Scalar<"container" | "release">;
  readonly url: Text;
  /** The app that serves it, by name, since that app may come from a registry itself. */
  readonly app: Traced<string> | undefined;
  readonly tag: Text | undefined;
  /** How an image is named when it is pushed, `self` being the image. */
  readonly naming: Text | undefined;
  readonly autoBuild: Scalar<boolean>;
  readonly login: RegistryLogin | undefined;
}
