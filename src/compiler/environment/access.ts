import type { Traced } from "../../formats/origin.ts";
import type { Peer } from "./firewall-rule.ts";
import type { InstanceGroup } from "./instance-group.ts";
import type { Located, Named } from "./located.ts";
import type { Network } from "./network.ts";
import type { Scalar, Text } from "./text.ts";

/** A key that may sign in to machines. */
export interface SshKey extends Named {
  readonly source:
    | { readonly kind: "file"; readonly path: Text }
    | { readonly kind: "literal"; readonly key: Text }
    | { readonly kind: "secret"; readonly text: Text };
  /** The account of the machines; that of the image when nobody says. */
  readonly user: Text | undefined;
}

/** A machine in the public subnets through which the private ones are reached. */
export interface Bastion extends Located {
  readonly network: Network | undefined;
  /** An image of `images` by name, or an operating system. */
  readonly image: Scalar<string>;
  readonly size: Text | undefined;
  readonly perZone: Scalar<boolean>;
  readonly from: readonly Traced<Peer>[];
}

/** A port of a machine, brought to the deploying machine. */
export interface Tunnel extends Named {
  readonly to: InstanceGroup;
  readonly port: Scalar<number>;
  readonly local: Scalar<number>;
}

/** How people reach machines. */
export interface Access extends Located {
  readonly sshKeys: readonly SshKey[];
  readonly bastion: Bastion | undefined;
  readonly tunnels: readonly Tunnel[];
  /** The addresses from which operators come. */
  readonly vpn: Scalar<string> | undefined;
}
