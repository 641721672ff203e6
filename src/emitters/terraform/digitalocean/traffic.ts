import type { App } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { FirewallRule, Peer, PortRange } from "../../../compiler/environment/firewall-rule.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import type { Scalar } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { call, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { derive, ORIGINS, type Origins } from "../../../formats/origin.ts";
import { backendsOf } from "../backends.ts";
import { callingGroups } from "../callers.ts";
import { memberOf } from "../guarded.ts";
import { scalar } from "../lower.ts";
import { groupTag, loadBalancer, vpc } from "./addresses.ts";

/** Who reaches machines on which ports, and why. */
export interface InboundRule {
  readonly ports: { readonly protocol: "tcp" | "udp"; readonly range: Expression };
  readonly source: Readonly<Record<string, Expression>>;
  readonly origins: Origins;
}

export const inboundRules = (environment: Environment, group: InstanceGroup): readonly InboundRule[] => [
  ...environment.loadBalancers.flatMap((balancer) => fromBalancer(balancer, group)),
  ...environment.apps.filter(({ runsOn }) => runsOn?.name === group.name).flatMap((app) => fromApps(environment, app)),
  ...environment.firewall.flatMap((rule) => fromRule(environment, rule, group)),
];

const fromBalancer = (balancer: LoadBalancer, group: InstanceGroup): readonly InboundRule[] =>
  backendsOf(balancer)
    .filter((backend) => backend.group.name === group.name)
    .map(({ port, at }) => ({
      ports: onePort(port),
      source: { source_load_balancer_uids: [reference(`${loadBalancer(balancer)}.id`)] },
      origins: [{ at }, by("least-privilege", balancer.at)],
    }));

/** Ports are words here, so that a range is one. */
const onePort = (port: Scalar<number>): InboundRule["ports"] => ({
  protocol: "tcp",
  range: port.variable === undefined ? derive(port, String) : call("tostring", scalar(port)),
});

const fromApps = (environment: Environment, app: App): readonly InboundRule[] =>
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
      return [{ source_addresses: ["0.0.0.0/0", "::/0"] }];
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
  if (member?.section === "loadBalancer")
    return [{ source_load_balancer_uids: [reference(`${loadBalancer(member)}.id`)] }];
  return [];
}
