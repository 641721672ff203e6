import { type Block, because, block, type Expression } from "../../../../formats/hcl/tree.ts";
import { isTraced, type Origins } from "../../../../formats/origin.ts";
import type { Member } from "../../guarded.ts";
import { securityGroupId, securityGroupLabel } from "../addresses.ts";

/** One way through a security group. */
export interface Traffic {
  readonly direction: "ingress" | "egress";
  /** What the way is for; with the peer it names the rule. */
  readonly label: string;
  readonly group: Member;
  readonly peer: TrafficPeer;
  readonly ports: TrafficPorts;
  readonly description: string;
  readonly origins: Origins;
}

export type TrafficPeer =
  { readonly member: Member } | { readonly cidr: Expression } | { readonly securityGroup: Expression };

export type TrafficPorts =
  | { readonly protocol: "all" }
  | { readonly protocol: "tcp" | "udp"; readonly from: Expression; readonly to: Expression };

export const everybody: TrafficPeer = { cidr: "0.0.0.0/0" };

export const onePort = (port: Expression): TrafficPorts => ({ protocol: "tcp", from: port, to: port });

export const groupLabel = ({ section, name }: Member): string => securityGroupLabel(section, name);

export const trafficRule = ({ direction, label, group, peer, ports, description, origins }: Traffic): Block =>
  because(
    origins,
    block(["resource", `aws_vpc_security_group_${direction}_rule`, label], {
      security_group_id: securityGroupId(group.section, group.name),
      description,
      ...peerOf(peer),
      ...(ports.protocol === "all"
        ? { ip_protocol: "-1" }
        : { ip_protocol: ports.protocol, from_port: ports.from, to_port: ports.to }),
    }),
  );

/** AWS refuses a way that is open already, as when a rule of the spec says what a reference implies. */
export function distinct(ways: readonly Traffic[]): readonly Traffic[] {
  const byWay = new Map<string, Traffic>();
  for (const way of ways) {
    const first = byWay.get(wayOf(way));
    byWay.set(wayOf(way), first === undefined ? way : { ...first, origins: [...first.origins, ...way.origins] });
  }
  return [...byWay.values()];
}

const wayOf = ({ direction, group, peer, ports }: Traffic): string =>
  JSON.stringify([direction, group.section, group.name, peer, ports], (_, value: unknown) =>
    isTraced(value) ? value.value : value,
  );

function peerOf(peer: TrafficPeer): Block["attributes"] {
  if ("cidr" in peer) return { cidr_ipv4: peer.cidr };
  return {
    referenced_security_group_id:
      "member" in peer ? securityGroupId(peer.member.section, peer.member.name) : peer.securityGroup,
  };
}
