import type { Traced } from "../../formats/origin.ts";
import type { Access } from "./access.ts";
import type { App } from "./app.ts";
import type { ArtifactApp } from "./artifact.ts";
import type { Backup } from "./backup.ts";
import type { Cache } from "./cache.ts";
import type { Certificate } from "./certificate.ts";
import type { Cluster } from "./cluster.ts";
import type { Database, SelfHostedDatabase } from "./database.ts";
import type { Discovery } from "./discovery.ts";
import type { FirewallRule } from "./firewall-rule.ts";
import type { ContainerImage, MachineImage } from "./image.ts";
import type { Ingress } from "./ingress.ts";
import type { InstanceGroup } from "./instance-group.ts";
import type { LoadBalancer } from "./load-balancer.ts";
import type { Located } from "./located.ts";
import type { Logging, Monitoring } from "./monitoring.ts";
import type { Network } from "./network.ts";
import type { Operation } from "./operation.ts";
import type { Output } from "./output.ts";
import type { Pipeline } from "./pipeline.ts";
import type { Acceptance, Override } from "./policy.ts";
import type { Provider } from "./provider.ts";
import type { Reach } from "./reach.ts";
import type { Registry } from "./registry.ts";
import type { ReverseProxy } from "./reverse-proxy.ts";
import type { Secret } from "./secret.ts";
import type { State } from "./state.ts";
import type { Storage } from "./storage.ts";
import type { Rename, Switch } from "./switch.ts";
import type { Scalar } from "./text.ts";
import type { Variable } from "./variable.ts";
import type { BindZone, Zone } from "./zone.ts";

export type TargetName =
  "terraform" | "packer" | "ansible" | "vagrant" | "nomad" | "fleet" | "kubernetes" | "docker" | "compose";

/** What a spec means: no default left to apply, no name left to look up, no order left to choose. */
export interface Environment extends Located {
  readonly name: Scalar<string>;
  readonly environment: Scalar<string>;
  readonly description: Scalar<string> | undefined;
  readonly targets: readonly Traced<TargetName>[];
  /** A folder for each target, or for each app with a Terraform state of its own. */
  readonly layout: Scalar<"target" | "component">;
  readonly provider: Provider | undefined;
  /** Every collection is in order of name. */
  readonly variables: readonly Variable[];
  readonly secrets: readonly Secret[];
  readonly networks: readonly Network[];
  readonly access: Access | undefined;
  readonly registries: readonly Registry[];
  readonly machineImages: readonly MachineImage[];
  readonly containerImages: readonly ContainerImage[];
  /** Groups of virtual machines that stand for themselves. */
  readonly instances: readonly InstanceGroup[];
  /** Groups that are pools of a provider's cluster. */
  readonly nodePools: readonly InstanceGroup[];
  /** Groups of machines that exist. */
  readonly physicalMachines: readonly InstanceGroup[];
  readonly clusters: readonly Cluster[];
  readonly discovery: readonly Discovery[];
  /** Apps from an image. */
  readonly apps: readonly App[];
  readonly artifactApps: readonly ArtifactApp[];
  /** The controllers of clusters. */
  readonly ingresses: readonly Ingress[];
  /** The proxies of ours. */
  readonly proxies: readonly ReverseProxy[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly firewall: readonly FirewallRule[];
  /** Zones of the provider. */
  readonly zones: readonly Zone[];
  readonly bindZones: readonly BindZone[];
  readonly certificates: readonly Certificate[];
  /** Databases of the provider. */
  readonly databases: readonly Database[];
  readonly selfHostedDatabases: readonly SelfHostedDatabase[];
  readonly caches: readonly Cache[];
  readonly storages: readonly Storage[];
  readonly state: State | undefined;
  readonly backups: readonly Backup[];
  readonly monitoring: readonly Monitoring[];
  readonly logging: readonly Logging[];
  readonly pipelines: readonly Pipeline[];
  readonly operations: readonly Operation[];
  readonly outputs: readonly Output[];
  readonly accepted: readonly Acceptance[];
  readonly overrides: readonly Override[];
  /** What a bool var switches on and off. */
  readonly switches: readonly Switch[];
  readonly renames: readonly Rename[];
  /** Who calls whom, by reference or `consumes`. */
  readonly reach: readonly Reach[];
  /** The vars, secrets, images, networks and certificates that the files of the spec name anywhere, as `section.name`. */
  readonly mentions: ReadonlySet<string>;
}
