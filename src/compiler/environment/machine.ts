import type { Traced } from "../../formats/origin.ts";
import type { Label } from "./label.ts";
import type { Scalar, Text } from "./text.ts";

/** What a group's machines are, beside their number and size. */
export interface Machine {
  readonly kind: Scalar<"vm" | "physical">;
  /** The group of physical machines that runs these, by name. */
  readonly host: Traced<string> | undefined;
  /** An address of the LAN, or `dhcp`. */
  readonly address: Scalar<string> | undefined;
  readonly autostart: Scalar<boolean>;
  /** Keys of `access`, by name; undefined is all. */
  readonly sshKeys: readonly Traced<string>[] | undefined;
  readonly packages: readonly Text[];
  readonly labels: readonly Label[];
  readonly preemptible: Scalar<boolean>;
  /** The subnet of the network, by name. */
  readonly subnet: Traced<string> | undefined;
}
