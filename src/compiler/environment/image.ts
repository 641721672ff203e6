import type { Named } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

/** An image that machines boot from, built by Packer and looked up by name. */
export interface MachineImage extends Named {
  readonly base: Scalar<string>;
  readonly builder: Scalar<"packer"> | undefined;
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
  readonly build: Build | undefined;
}

/** What a machine boots: one of our images, or the provider's image of an operating system. */
export type BootImage =
  | { readonly kind: "built"; readonly image: MachineImage }
  | { readonly kind: "stock"; readonly system: Scalar<string> };
