import type { SpecPath, Traced } from "../../formats/origin.ts";
import type { Named } from "./located.ts";

export interface PortRange {
  readonly from: number;
  readonly to: number;
  readonly protocol: "tcp" | "udp";
}

/** Who talks: addresses, everybody, all networks of the spec, or an element. */
export type Peer =
  | { readonly kind: "cidr"; readonly cidr: string }
  | { readonly kind: "any" }
  | { readonly kind: "internal" }
  | { readonly kind: "element"; readonly section: ReachableSection; readonly name: string };

export type ReachableSection = "instances" | "apps" | "database" | "loadBalancer";

/** Traffic let through beyond what references already allow. */
export interface FirewallRule extends Named {
  readonly from: readonly Traced<Peer>[];
  readonly to: readonly Traced<Extract<Peer, { kind: "element" }>>[];
  readonly allow: readonly Traced<PortRange>[];
  /** Where the rule names the bastion of `access`, which is no element. */
  readonly bastion: { readonly from: SpecPath | undefined; readonly to: SpecPath | undefined };
}
