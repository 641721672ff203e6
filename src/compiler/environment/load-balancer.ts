import type { App } from "./app.ts";
import type { Certificate } from "./certificate.ts";
import type { Ingress } from "./ingress.ts";
import type { InstanceGroup } from "./instance-group.ts";
import type { Located, Named } from "./located.ts";
import type { Network } from "./network.ts";
import type { ReverseProxy } from "./reverse-proxy.ts";
import type { Scalar, Text } from "./text.ts";

export interface Listener {
  readonly port: Scalar<number>;
  readonly protocol: "http" | "https" | "tcp" | "tls";
}

/** How a balancer sees that a backend serves. */
export interface BalancerHealth extends Located {
  /** The path that answers with a status below 400; without one the port is connected to. */
  readonly http: Text | undefined;
  /** By default the port that serves. */
  readonly port: Scalar<number> | undefined;
  /** In milliseconds. */
  readonly interval: Scalar<number>;
  readonly timeout: Scalar<number>;
  /** How many answers in a row change its mind. */
  readonly healthy: Scalar<number>;
  readonly unhealthy: Scalar<number>;
}

/** The provider's balancer. */
export interface LoadBalancer extends Named {
  /** The routed apps it stands before; empty when it forwards `to` groups. */
  readonly apps: readonly App[];
  readonly groups: readonly InstanceGroup[];
  readonly ingresses: readonly Ingress[];
  readonly proxies: readonly ReverseProxy[];
  /** Undefined is as the app says. */
  readonly health: BalancerHealth | undefined;
  /** `auto` gives a single machine a reserved address in place of a balancer. */
  readonly mode: Scalar<"always" | "auto">;
  /** A name beside the routed hosts. */
  readonly hostname: Text | undefined;
  readonly listeners: readonly Listener[];
  readonly certificate: Certificate | undefined;
  readonly internal: Scalar<boolean>;
  /** The Terraform module that makes it, when not the root. */
  readonly module: Scalar<string> | undefined;
  readonly network: Network;
}
