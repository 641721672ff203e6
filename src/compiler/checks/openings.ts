import type { Traced } from "../../formats/origin.ts";
import { networkRange } from "../environment/address-range.ts";
import type { FirewallRule, Peer, PortRange } from "../environment/firewall-rule.ts";

export const opens = ({ allow }: Pick<FirewallRule, "allow">, port: number): boolean =>
  allow.some(({ value }) => covers(value, port));

/** Apps, databases and what speaks HTTP all listen on TCP. */
export const covers = ({ from, to, protocol }: PortRange, port: number): boolean =>
  protocol === "tcp" && from <= port && port <= to;

/** The peers of a rule that are everybody. */
export const everybody = ({ from }: FirewallRule): readonly Traced<Peer>[] => from.filter(isEverybody);

export const isEverybody = ({ value }: Traced<Peer>): boolean =>
  value.kind === "any" || (value.kind === "cidr" && isInternet(value.cidr));

/** The largest private network, `10.0.0.0/8`, has so many addresses; what is larger is the internet. */
const LARGEST_PRIVATE = 2 ** 24;

function isInternet(cidr: string): boolean {
  const { first, last } = networkRange(cidr);
  return last - first >= LARGEST_PRIVATE;
}
