import type { App } from "./app.ts";
import type { ArtifactApp } from "./artifact.ts";
import type { Certificate } from "./certificate.ts";
import type { Cluster } from "./cluster.ts";
import type { Discovery } from "./discovery.ts";
import type { ContainerImage } from "./image.ts";
import type { InstanceGroup } from "./instance-group.ts";
import type { Label } from "./label.ts";
import type { Listener } from "./load-balancer.ts";
import type { Named } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

/** An HTTP proxy of ours before the routed apps; the cluster's own controller is an `Ingress`. */
export interface ReverseProxy extends Named {
  readonly kind: Scalar<"traefik" | "nginx">;
  readonly group: InstanceGroup | undefined;
  readonly cluster: Cluster | undefined;
  /** The machines that it runs on have them all. */
  readonly labels: readonly Label[];
  readonly version: Text | undefined;
  /** What its container runs from; undefined is the official image. */
  readonly image: ContainerImage | undefined;
  readonly listeners: readonly Listener[];
  /** `module` where nginx is built with the module for it. */
  readonly sticky: Scalar<"none" | "cookie" | "module">;
  /** The port of its own page. */
  readonly dashboard: Scalar<number> | undefined;
  readonly discovery: Discovery | undefined;
  readonly hostname: Text | undefined;
  readonly certificate: Certificate | undefined;
  readonly apps: readonly App[];
  readonly artifactApps: readonly ArtifactApp[];
}
