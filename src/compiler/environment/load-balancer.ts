import type { App } from "./app.ts";
import type { Certificate } from "./certificate.ts";
import type { InstanceGroup } from "./instance-group.ts";
import type { Named } from "./located.ts";
import type { Network } from "./network.ts";
import type { Scalar } from "./text.ts";

export interface Listener {
  readonly port: Scalar<number>;
  readonly protocol: "http" | "https" | "tcp" | "tls";
}

/** The provider's balancer. */
export interface LoadBalancer extends Named {
  /** The routed apps it stands before; empty when it forwards `to` groups. */
  readonly apps: readonly App[];
  readonly groups: readonly InstanceGroup[];
  readonly listeners: readonly Listener[];
  readonly certificate: Certificate | undefined;
  readonly internal: Scalar<boolean>;
  readonly network: Network;
}
