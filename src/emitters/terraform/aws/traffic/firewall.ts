import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { FirewallRule, Peer, PortRange } from "../../../../compiler/environment/firewall-rule.ts";
import { reference } from "../../../../formats/hcl/tree.ts";
import { ORIGINS, type Traced } from "../../../../formats/origin.ts";
import { memberOf } from "../../guarded.ts";
import { identifiers } from "../../identifiers.ts";
import { securityGroupName, vpc } from "../addresses.ts";
import { everybody, groupLabel, type Traffic, type TrafficPeer } from "./rule.ts";

type ElementPeer = Extract<Peer, { kind: "element" }>;

/** The rules of `firewall`: each target, peer and range of ports is one. */
export const firewallTraffic = (environment: Environment): readonly Traffic[] =>
  environment.firewall.flatMap((rule) =>
    rule.to.flatMap((target) =>
      rule.from.flatMap((peer) => rule.allow.flatMap((ports) => traffic(environment, rule, { target, peer, ports }))),
    ),
  );

interface Way {
  readonly target: Traced<ElementPeer>;
  readonly peer: Traced<Peer>;
  readonly ports: Traced<PortRange>;
}

function traffic(environment: Environment, rule: FirewallRule, { target, peer, ports }: Way): readonly Traffic[] {
  const group = memberOf(environment, target.value);
  const { from, to, protocol } = ports.value;
  if (group === undefined) return [];
  return peersOf(environment, peer.value).map(({ label, name, peer: allowed }) => ({
    direction: "ingress",
    label: `${identifiers(rule.name, groupLabel(group), "from", label, String(from))}_${protocol}`,
    group,
    peer: allowed,
    ports: { protocol, from, to },
    description: `${rule.name}: ${from === to ? from : `${from} to ${to}`} from ${name}`,
    origins: [...peer[ORIGINS], ...target[ORIGINS], ...ports[ORIGINS]],
  }));
}

interface NamedPeer {
  readonly label: string;
  /** As people call it. */
  readonly name: string;
  readonly peer: TrafficPeer;
}

function peersOf(environment: Environment, peer: Peer): readonly NamedPeer[] {
  switch (peer.kind) {
    case "any":
      return [{ label: "anywhere", name: "everybody", peer: everybody }];
    case "internal":
      return environment.networks.map((network) => ({
        label: network.name,
        name: `the network ${network.name}`,
        peer: { cidr: reference(`${vpc(network)}.cidr_block`) },
      }));
    case "cidr":
      return [{ label: peer.cidr.replaceAll(/[./]/g, "-"), name: peer.cidr, peer: { cidr: peer.cidr } }];
    case "element": {
      const member = memberOf(environment, peer);
      return member === undefined
        ? []
        : [{ label: securityGroupName(member.section, member.name), name: peer.name, peer: { member } }];
    }
  }
}
