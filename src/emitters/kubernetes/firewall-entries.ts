import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { FirewallRule, Peer, PortRange } from "../../compiler/environment/firewall-rule.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { nameLabel } from "./labels.ts";

/** What the firewall lets through to an app, as entries of its policy. */
export const firewallEntries = (environment: Environment, app: App): readonly YamlNode[] =>
  environment.firewall
    .filter(({ to }) => to.some(({ value }) => value.section === "apps" && value.name === app.name))
    .flatMap((rule) => entry(environment, rule));

/** A list of peers that is empty would let everybody in, so a rule without peers that Kubernetes knows is none. */
function entry(environment: Environment, { at, from, allow }: FirewallRule): readonly YamlNode[] {
  const ports = allow.map((range) => derive(range, port));
  if (from.some(({ value }) => value.kind === "any")) return [traced({ ports }, { at })];
  const peers = from.flatMap((peer) => blocks(environment, peer));
  return peers.length === 0 ? [] : [traced({ from: peers, ports }, { at })];
}

function blocks({ networks }: Environment, peer: Traced<Peer>): readonly YamlNode[] {
  const { value } = peer;
  if (value.kind === "cidr") return [traced({ ipBlock: { cidr: value.cidr } }, ...peer[ORIGINS])];
  if (value.kind === "internal") return networks.map(({ cidr }) => traced({ ipBlock: { cidr } }, ...peer[ORIGINS]));
  if (value.kind === "element" && value.section === "apps")
    return [traced({ podSelector: { matchLabels: { [nameLabel]: value.name } } }, ...peer[ORIGINS])];
  return [];
}

const port = ({ from, to, protocol }: PortRange): YamlNode => ({
  port: from,
  endPort: to > from ? to : undefined,
  protocol: protocol.toUpperCase(),
});
