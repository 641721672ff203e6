import type { SelfHostedDatabase } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { FirewallRule, Peer, PortRange } from "../../../compiler/environment/firewall-rule.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import type { ReverseProxy } from "../../../compiler/environment/reverse-proxy.ts";
import type { Scalar } from "../../../compiler/environment/text.ts";
import type { MachineApp } from "../../../compiler/environment/machine-app.ts";
import { by } from "../../../compiler/rules.ts";
import { call, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { derive, ORIGINS, type Origins } from "../../../formats/origin.ts";
import { appsOn } from "../../parts/app-settings.ts";
import { residentsOf } from "../../parts/residents.ts";
import { backendsOf } from "../backends.ts";
import { callersByGroup, callingGroups } from "../callers.ts";
import { memberOf } from "../guarded.ts";
import { scalar } from "../lower.ts";
import { groupTag, loadBalancer, vpc } from "./addresses.ts";
import { presenceOf, whereBalanced } from "./front.ts";

/** Who reaches machines on which ports, and why. */
export interface InboundRule {
  readonly ports: { readonly protocol: "tcp" | "udp"; readonly range: Expression };
  readonly source: Readonly<Record<string, Expression>>;
  readonly origins: Origins;
}

export const inboundRules = (environment: Environment, group: InstanceGroup): readonly InboundRule[] => [
  ...environment.loadBalancers.flatMap((balancer) => fromBalancer(balancer, group)),
  ...appsOn(environment, group).flatMap((app) => fromApps(environment, app)),
  ...residentsOf(environment, group).proxies.flatMap(fromEverybody),
  ...fromProxies(environment, group),
  ...residentsOf(environment, group).databases.flatMap((database) => fromReaders(environment, database)),
  ...environment.firewall.flatMap((rule) => fromRule(environment, rule, group)),
];

/** A proxy of ours is there for everybody. */
const fromEverybody = ({ listeners, at }: ReverseProxy): readonly InboundRule[] =>
  listeners.map(({ port }) => ({
    ports: onePort(port),
    source: { source_addresses: everybody },
    origins: [{ at }, by("balancer-open", at)],
  }));

/** The machines of a proxy reach the apps behind it. */
const fromProxies = ({ proxies }: Environment, group: InstanceGroup): readonly InboundRule[] =>
  proxies.flatMap((proxy) =>
    [...proxy.apps, ...proxy.artifactApps].flatMap(({ port, runsOn, at }) =>
      port === undefined || runsOn?.name !== group.name || proxy.group === undefined || proxy.group.name === group.name
        ? []
        : [
            {
              ports: onePort(port),
              source: { source_tags: [groupTag(proxy.group)] },
              origins: [{ at }, { at: proxy.at }, by("least-privilege", proxy.at)],
            },
          ],
    ),
  );

/** The machines whose apps refer to a database of ours. */
const fromReaders = (environment: Environment, { name, at, port, group }: SelfHostedDatabase): readonly InboundRule[] =>
  callersByGroup(environment, "database", name)
    .filter(({ caller }) => caller.name !== group?.name)
    .map(({ caller, origins }) => ({
      ports: onePort(port),
      source: { source_tags: [groupTag(caller)] },
      origins: [...origins, by("private-database", at)],
    }));

const fromBalancer = (balancer: LoadBalancer, group: InstanceGroup): readonly InboundRule[] =>
  backendsOf(balancer)
    .filter((backend) => backend.group.name === group.name)
    .map(({ port, at }) => ({
      ports: onePort(port),
      source: frontSource(balancer),
      origins: [{ at }, by("least-privilege", balancer.at)],
    }));

/** Where no balancer stands, people come to the machine itself. */
function frontSource(balancer: LoadBalancer): InboundRule["source"] {
  const presence = presenceOf(balancer);
  if (presence === "always") return { source_load_balancer_uids: [reference(`${loadBalancer(balancer)}.id`)] };
  if (presence === "never") return { source_addresses: everybody };
  return {
    source_addresses: whereBalanced(presence, [], everybody),
    source_load_balancer_uids: reference(`${loadBalancer(balancer)}[*].id`),
  };
}

const everybody: readonly string[] = ["0.0.0.0/0", "::/0"];

/** Ports are words here, so that a range is one. */
const onePort = (port: Scalar<number>): InboundRule["ports"] => ({
  protocol: "tcp",
  range: port.variable === undefined ? derive(port, String) : call("tostring", scalar(port)),
});

const fromApps = (environment: Environment, app: MachineApp): readonly InboundRule[] =>
  callingGroups(environment, app).flatMap(({ caller, origins }) =>
    app.port === undefined
      ? []
      : [
          {
            ports: onePort(app.port),
            source: { source_tags: [groupTag(caller)] },
            origins: [...origins, by("least-privilege", app.at)],
          },
        ],
  );

function fromRule(environment: Environment, rule: FirewallRule, group: InstanceGroup): readonly InboundRule[] {
  const targets = rule.to.filter(({ value }) => {
    const member = memberOf(environment, value);
    return member?.section === "instances" && member.name === group.name;
  });
  return targets.flatMap((target) =>
    rule.from.flatMap((peer) =>
      rule.allow.flatMap((ports) =>
        sourcesOf(environment, peer.value).map((source) => ({
          ports: { protocol: ports.value.protocol, range: rangeOf(ports.value) },
          source,
          origins: [...peer[ORIGINS], ...target[ORIGINS], ...ports[ORIGINS]],
        })),
      ),
    ),
  );
}

const rangeOf = ({ from, to }: PortRange): string => (from === to ? String(from) : `${from}-${to}`);

function sourcesOf(environment: Environment, peer: Peer): readonly InboundRule["source"][] {
  switch (peer.kind) {
    case "any":
      return [{ source_addresses: everybody }];
    case "internal":
      return [{ source_addresses: environment.networks.map((network) => reference(`${vpc(network)}.ip_range`)) }];
    case "cidr":
      return [{ source_addresses: [peer.cidr] }];
    case "element":
      return elementSources(environment, peer);
  }
}

function elementSources(
  environment: Environment,
  peer: Extract<Peer, { kind: "element" }>,
): readonly InboundRule["source"][] {
  const member = memberOf(environment, peer);
  if (member?.section === "instances") return [{ source_tags: [groupTag(member)] }];
  const balancer = environment.loadBalancers.find(({ name }) => name === member?.name);
  if (member?.section === "loadBalancer" && balancer !== undefined) return [frontSource(balancer)];
  return [];
}
