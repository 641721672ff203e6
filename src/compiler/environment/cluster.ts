import type { Traced } from "../../formats/origin.ts";
import type { Discovery } from "./discovery.ts";
import type { Peer } from "./firewall-rule.ts";
import type { InstanceGroup } from "./instance-group.ts";
import type { Named } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

export type ClusterKind = "kubernetes" | "nomad" | "fleet" | "docker";

/** What schedules apps on machines. */
export interface Cluster extends Named {
  readonly kind: Scalar<ClusterKind>;
  /** Kubernetes without servers of ours: EKS, GKE, DOKS. */
  readonly managed: boolean;
  readonly version: Text | undefined;
  readonly servers: readonly InstanceGroup[];
  readonly clients: readonly InstanceGroup[];
  readonly nodes: readonly InstanceGroup[];
  readonly discovery: Discovery | undefined;
  readonly namespace: Scalar<string> | undefined;
  readonly datacenter: Scalar<string>;
  /** How containers are named, `self` being the app. */
  readonly naming: Text;
  /** Who reaches the control plane; undefined when nobody says. */
  readonly api: readonly Traced<Peer>[] | undefined;
}
