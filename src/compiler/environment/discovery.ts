import type { Traced } from "../../formats/origin.ts";
import type { InstanceGroup } from "./instance-group.ts";
import type { Located, Named } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

/** The one-time token by which a new cluster finds itself. */
export interface DiscoveryToken extends Located {
  readonly url: Text;
  readonly size: Scalar<number>;
}

/** How apps are made known. */
export interface Registration extends Located {
  readonly style: Scalar<"scheduler" | "sidekick">;
  readonly prefix: Text;
  /** In milliseconds. */
  readonly ttl: Scalar<number>;
  readonly refresh: Scalar<number>;
}

/** The store by which machines and apps find each other. */
export interface Discovery extends Named {
  readonly kind: Scalar<"consul" | "etcd">;
  readonly members: readonly InstanceGroup[];
  readonly agents: readonly InstanceGroup[];
  /** Addresses and ports of members that the spec does not have. */
  readonly peers: readonly Traced<string>[];
  readonly token: DiscoveryToken | undefined;
  readonly registration: Registration;
  readonly dns: Scalar<"none" | "dnsmasq">;
}
