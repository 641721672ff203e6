import type { Traced } from "../../formats/origin.ts";
import type { Named } from "./located.ts";
import type { Registry } from "./registry.ts";
import type { Scalar, Text } from "./text.ts";

/** An image that machines boot from, built by Packer and looked up by name. */
export interface MachineImage extends Named {
  readonly base: Scalar<string>;
  readonly builder: Scalar<"packer"> | undefined;
  /** The provider's name or id of the image that machines boot, in place of the newest that was built. */
  readonly existing: Text | undefined;
  readonly installs: readonly Traced<string>[];
  /** The user that the builder signs in as. */
  readonly user: Text | undefined;
  /** The provider's word for the machine that builds. */
  readonly size: Text | undefined;
}

/** How a container image is built from sources. */
export interface Build {
  readonly context: Scalar<string>;
  readonly dockerfile: Scalar<string> | undefined;
}

/** A container image: the whole reference as one text, `repository:tag@digest`. */
export interface ContainerImage extends Named {
  readonly reference: Text;
  /** The image that a build of ours starts from. */
  readonly base: Scalar<string> | undefined;
  /** The image of ours that `base` names. */
  readonly builtOn: Traced<string> | undefined;
  readonly build: Build | undefined;
  /** The registry that the reference begins with. */
  readonly registry: Registry | undefined;
  /** What builds it, when not Docker. */
  readonly builder: Scalar<"packer"> | undefined;
  /** The file of a machine that it is loaded from while no registry serves it. */
  readonly archive: Text | undefined;
  /** What the distribution's package manager puts into a build of ours. */
  readonly packages: readonly Traced<string>[];
  /** The app that is asked for packages, by name, since that app comes from an image itself. */
  readonly packageCache: Traced<string> | undefined;
}

/** What a machine boots: one of our images, or the provider's image of an operating system. */
export type BootImage =
  | { readonly kind: "built"; readonly image: MachineImage }
  | { readonly kind: "stock"; readonly system: Scalar<string> };
