import type { Traced } from "../../formats/origin.ts";
import type { Located, Named } from "./located.ts";
import type { Scalar } from "./text.ts";

/** A part of a network. */
export interface Subnet extends Named {
  readonly cidr: Scalar<string>;
  readonly public: Scalar<boolean>;
  /** The ranges of a cluster's pods and services. */
  readonly pods: Scalar<string> | undefined;
  readonly services: Scalar<string> | undefined;
}

/** Who hands out the addresses of a LAN. */
export interface Dhcp extends Located {
  readonly range: Scalar<string>;
  /** The groups whose machines serve it, and are asked for names; by name, since groups stand in networks. */
  readonly runsOn: Traced<string> | undefined;
  readonly dns: Traced<string> | undefined;
  /** In milliseconds. */
  readonly lease: Scalar<number>;
}

/** What a network has that somebody laid out by hand. */
export interface Layout {
  readonly subnets: readonly Subnet[];
  readonly gateway: Scalar<string> | undefined;
  readonly static: Scalar<string> | undefined;
  readonly dhcp: Dhcp | undefined;
}
