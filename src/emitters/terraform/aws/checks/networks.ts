import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { Named } from "../../../../compiler/environment/located.ts";
import type { Network } from "../../../../compiler/environment/network.ts";
import type { SpecPath } from "../../../../formats/origin.ts";
import { backendsOf } from "../../backends.ts";
import { type Member, memberOf } from "../../guarded.ts";

/** A network has room for its sixteen subnets, and is one that we make. */
export const networkKinds: Check = function* ({ networks }) {
  for (const { name, kind, cidr, at } of networks) {
    const size = Number(cidr.value.split("/")[1]);
    if (kind.value !== "vpc") yield diagnose("aws-default-network", [...at, "kind"], { network: name });
    if (size < 16 || size > 24) yield diagnose("aws-network-size", [...at, "cidr"], { cidr: cidr.value });
  }
};

/** Balancers and databases stand in at least two zones. */
export const zonesSuffice: Check = function* ({ networks, loadBalancers, databases }) {
  for (const network of networks) {
    const stands = (each: { readonly network: Network }): boolean => each.network.name === network.name;
    const needed = [
      ...databases.filter(stands).map(({ name }) => `the database \`${name}\``),
      ...loadBalancers.filter(stands).map(({ name }) => `the balancer \`${name}\``),
    ][0];
    if (network.zones.value < 2 && needed !== undefined)
      yield diagnose("aws-zones", [...network.at, "zones"], { network: network.name, needed });
  }
};

/** Private machines fetch what they need through a gateway. */
export const machinesHaveWayOut: Check = function* ({ instances }) {
  for (const { name, network, public: isPublic, at } of instances)
    if (!isPublic.value && network.nat.value === "none")
      yield diagnose("aws-no-way-out", at, { group: name, network: network.name });
};

/** Who talks to whom stands in one network. */
export const networksMeet: Check = function* (environment) {
  for (const { one, another, at } of meetings(environment)) {
    const [first, second] = [networkOf(environment, one), networkOf(environment, another)];
    if (first !== undefined && second !== undefined && first.name !== second.name)
      yield diagnose("aws-networks-apart", at, { one: one.name, another: another.name });
  }
};

interface Meeting {
  readonly one: Member;
  readonly another: Member;
  readonly at: SpecPath;
}

const meetings = (environment: Environment): readonly Meeting[] => [
  ...environment.loadBalancers.flatMap((balancer) =>
    backendsOf(balancer).map(
      ({ group, at }): Meeting => ({
        one: { section: "loadBalancer", name: balancer.name },
        another: { section: "instances", name: group.name },
        at,
      }),
    ),
  ),
  ...environment.reach.flatMap(({ from, to, origins }) =>
    pair(environment, { section: "apps", name: from }, to, origins[0]?.at),
  ),
  ...environment.firewall.flatMap((rule) =>
    rule.to.flatMap(({ value: to }) =>
      rule.from.flatMap(({ value: from }) => (from.kind === "element" ? pair(environment, from, to, rule.at) : [])),
    ),
  ),
];

type Ends = Parameters<typeof memberOf>[1];

function pair(environment: Environment, from: Ends, to: Ends, at: SpecPath | undefined): readonly Meeting[] {
  const one = memberOf(environment, from);
  const another = memberOf(environment, to);
  return one === undefined || another === undefined ? [] : [{ one, another, at: at ?? [] }];
}

function networkOf(
  { instances, databases, loadBalancers }: Environment,
  { section, name }: Member,
): Network | undefined {
  const elements: readonly (Named & { readonly network: Network })[] = {
    instances,
    database: databases,
    loadBalancer: loadBalancers,
  }[section];
  return elements.find((element) => element.name === name)?.network;
}
