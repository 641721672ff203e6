import type { Traced } from "../../formats/origin.ts";
import type { App } from "./app.ts";
import type { Backup } from "./backup.ts";
import type { Certificate } from "./certificate.ts";
import type { Database } from "./database.ts";
import type { FirewallRule } from "./firewall-rule.ts";
import type { ContainerImage, MachineImage } from "./image.ts";
import type { Ingress } from "./ingress.ts";
import type { InstanceGroup } from "./instance-group.ts";
import type { LoadBalancer } from "./load-balancer.ts";
import type { Located } from "./located.ts";
import type { Network } from "./network.ts";
import type { Output } from "./output.ts";
import type { Acceptance, Override } from "./policy.ts";
import type { Provider } from "./provider.ts";
import type { Reach } from "./reach.ts";
import type { Secret } from "./secret.ts";
import type { Scalar } from "./text.ts";
import type { Variable } from "./variable.ts";
import type { Zone } from "./zone.ts";

export type TargetName = "terraform" | "packer" | "ansible" | "nomad" | "fleet" | "kubernetes";

/** What a spec means: no default left to apply, no name left to look up, no order left to choose. */
export interface Environment extends Located {
  readonly name: Scalar<string>;
  readonly environment: Scalar<string>;
  readonly description: Scalar<string> | undefined;
  readonly targets: readonly Traced<TargetName>[];
  readonly provider: Provider | undefined;
  /** Every collection is in order of name. */
  readonly variables: readonly Variable[];
  readonly secrets: readonly Secret[];
  readonly networks: readonly Network[];
  readonly machineImages: readonly MachineImage[];
  readonly containerImages: readonly ContainerImage[];
  readonly instances: readonly InstanceGroup[];
  readonly apps: readonly App[];
  readonly ingresses: readonly Ingress[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly firewall: readonly FirewallRule[];
  readonly zones: readonly Zone[];
  readonly certificates: readonly Certificate[];
  readonly databases: readonly Database[];
  readonly backups: readonly Backup[];
  readonly outputs: readonly Output[];
  readonly accepted: readonly Acceptance[];
  readonly overrides: readonly Override[];
  /** Who calls whom, by reference or `consumes`. */
  readonly reach: readonly Reach[];
  /** The vars, secrets, images, networks and certificates that the files of the spec name anywhere, as `section.name`. */
  readonly mentions: ReadonlySet<string>;
}
