import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { FirewallRule, Peer, PortRange } from "../../../../compiler/environment/firewall-rule.ts";
import type { Named } from "../../../../compiler/environment/located.ts";
import type { Network } from "../../../../compiler/environment/network.ts";
import type { Expression } from "../../../../formats/hcl/tree.ts";
import { derive, ORIGINS, type Origins, type Traced, traced } from "../../../../formats/origin.ts";
import { type Member, memberOf } from "../../guarded.ts";
import { scalar } from "../../lower.ts";
import { serviceAccountEmail } from "../addresses.ts";
import { addressOf } from "./databases.ts";
import { rangesOf } from "./load-balancers.ts";
import type { Ends, Ports, Traffic } from "./rule.ts";

/** The rules of `firewall`, one for each target. */
export const firewallTraffic = (environment: Environment): readonly Traffic[] =>
  environment.firewall.flatMap((rule) => rule.to.flatMap((target) => traffic(environment, rule, target)));

function traffic(
  environment: Environment,
  rule: FirewallRule,
  target: Traced<Extract<Peer, { kind: "element" }>>,
): readonly Traffic[] {
  const member = memberOf(environment, target.value);
  const way = member === undefined ? undefined : wayTo(environment, rule, member);
  if (way === undefined) return [];
  return [
    {
      words: rule.to.length === 1 ? [rule.name, "rule"] : [rule.name, target.value.name, "rule"],
      at: rule.at,
      description: `${rule.name}: ${target.value.name} from ${rule.from.map(({ value }) => nameOf(value)).join(", ")}`,
      ...way,
      ports: portsOf(rule),
      origins: [{ at: rule.at }, ...target[ORIGINS]],
    },
  ];
}

type Way = Pick<Traffic, "network" | "ends">;

function wayTo(environment: Environment, rule: FirewallRule, { section, name }: Member): Way | undefined {
  if (section === "instances") {
    const group = environment.instances.find((each) => each.name === name);
    if (group === undefined) return undefined;
    const target = { target_service_accounts: [serviceAccountEmail(group)] };
    return { network: group.network, ends: { ...sources(environment, rule), ...target } };
  }
  const database = environment.databases.find((each) => each.name === name);
  if (section !== "database" || database === undefined) return undefined;
  return {
    network: database.network,
    ends: { ...callers(environment, rule), destination_ranges: [addressOf(database)] },
  };
}

interface Addressed {
  readonly accounts: readonly Expression[];
  readonly ranges: readonly Expression[];
}

function sources(environment: Environment, { from }: FirewallRule): Ends {
  const all = from.map((peer) => addressed(environment, peer));
  const [accounts, ranges] = [all.flatMap((each) => each.accounts), all.flatMap((each) => each.ranges)];
  return {
    ...(accounts.length === 0 ? {} : { source_service_accounts: accounts }),
    ...(ranges.length === 0 ? {} : { source_ranges: ranges }),
  };
}

/** The whole network calls when no accounts are named. */
function callers(environment: Environment, { from }: FirewallRule): Ends {
  const isWhole = from.some(({ value }) => value.kind === "internal");
  const accounts = from.flatMap((peer) => addressed(environment, peer).accounts);
  return { direction: "EGRESS", ...(isWhole ? {} : { target_service_accounts: accounts }) };
}

function addressed(environment: Environment, peer: Traced<Peer>): Addressed {
  const origins = peer[ORIGINS];
  const ranges = (...of: readonly Expression[]): Addressed => ({
    accounts: [],
    ranges: of.map((range) => traced(range, ...origins)),
  });
  switch (peer.value.kind) {
    case "any":
      return ranges("0.0.0.0/0");
    case "internal":
      return ranges(...environment.networks.map(cidrOf));
    case "cidr":
      return ranges(peer.value.cidr);
    case "element": {
      const member = memberOf(environment, peer.value);
      const balancer = environment.loadBalancers.find(({ name }) => name === member?.name);
      const isBalancer = member?.section === "loadBalancer" && balancer !== undefined;
      return isBalancer ? ranges(...rangesOf(balancer)) : accountOf(member, origins);
    }
  }
}

const cidrOf = ({ cidr }: Network): Expression => scalar(cidr);

const accountOf = (member: Member | undefined, origins: Origins): Addressed => ({
  accounts: member === undefined ? [] : [traced(serviceAccountEmail(named(member)), ...origins)],
  ranges: [],
});

const named = ({ name }: Member): Named => ({ name, at: [] });

const nameOf = (peer: Peer): string =>
  peer.kind === "element" ? peer.name : peer.kind === "cidr" ? peer.cidr : peer.kind;

const protocols = ["tcp", "udp"] as const;

function portsOf({ allow }: FirewallRule): readonly Ports[] {
  return protocols.flatMap((protocol) => {
    const of = allow.filter(({ value }) => value.protocol === protocol);
    return of.length === 0 ? [] : [{ action: "allow", protocol, ports: of.map((range) => derive(range, written)) }];
  });
}

const written = ({ from, to }: PortRange): string => (from === to ? String(from) : `${from}-${to}`);
