import { diagnose } from "../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Named } from "../../../compiler/environment/located.ts";
import type { Network } from "../../../compiler/environment/network.ts";
import type { SpecPath } from "../../../formats/origin.ts";
import { backendsOf } from "../backends.ts";
import { type Member, memberOf } from "../guarded.ts";

/** A network is one that we make, of a size that the provider has. */
export const networkKinds = (largest: number, smallest: number): Check =>
  function* ({ networks }) {
    for (const { name, kind, cidr, at } of networks) {
      const size = Number(cidr.value.split("/")[1]);
      if (kind.value !== "vpc") yield diagnose("terraform-default-network", [...at, "kind"], { network: name });
      if (size < largest || size > smallest)
        yield diagnose("terraform-network-size", [...at, "cidr"], { cidr: cidr.value, largest, smallest });
    }
  };

/** Private machines fetch what they need through a gateway. */
export const machinesHaveWayOut: Check = function* ({ instances, nodePools }) {
  for (const { name, network, public: isPublic, at } of [...instances, ...nodePools])
    if (!isPublic.value && network.nat.value === "none")
      yield diagnose("terraform-no-way-out", at, { group: name, network: network.name });
};

/** Who talks to whom stands in one network. */
export const networksMeet: Check = function* (environment) {
  for (const { one, another, at } of meetings(environment)) {
    const [first, second] = [networkOf(environment, one), networkOf(environment, another)];
    if (first !== undefined && second !== undefined && first.name !== second.name)
      yield diagnose("terraform-networks-apart", at, { one: one.name, another: another.name });
  }
};

interface Meeting {
  readonly one: Member;
  readonly another: Member;
  readonly at: SpecPath;
}

const meetings = (environment: Environment): readonly Meeting[] => [
  ...environment.loadBalancers.flatMap((balancer) =>
    backendsOf(balancer).map(({ group, at }): Meeting => ({
      one: { section: "loadBalancer", name: balancer.name },
      another: { section: "instances", name: group.name },
      at,
    })),
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
