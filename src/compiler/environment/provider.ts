import type { Traced } from "../../formats/origin.ts";
import type { Located } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

export type ProviderKind = "aws" | "google" | "digitalocean" | "vagrant";

/** Where the machines come from. */
export interface Provider extends Located {
  readonly kind: Scalar<ProviderKind>;
  readonly region: Text;
  /** How resources that share an account are named, `self` being the element. */
  readonly naming: Text;
  /** Google's project; nobody else has one. */
  readonly project: Text | undefined;
  readonly billingAccount: Text | undefined;
  /** A file, or a secret that is the token. */
  readonly credentials: Text | undefined;
  readonly zones: readonly Traced<string>[] | undefined;
  /** What runs the virtual machines of Vagrant. */
  readonly hypervisor: Scalar<"virtualbox" | "libvirt" | "digitalocean">;
}
