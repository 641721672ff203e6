import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../../compiler/environment/instance-group.ts";
import type { LoadBalancer } from "../../../../compiler/environment/load-balancer.ts";
import type { Traced } from "../../../../formats/origin.ts";
import { backendsOf } from "../../backends.ts";
import { servedHosts } from "../../host-records.ts";

/** A group or balancer that a module of its own makes. */
export type InModule<T> = T & { readonly module: Traced<string> };

export const isInModule = <T extends InstanceGroup | LoadBalancer>(element: T): element is InModule<T> =>
  element.module !== undefined;

export const groupsInModules = ({ instances }: Environment): readonly InModule<InstanceGroup>[] =>
  instances.filter(isInModule);

export const balancersInModules = ({ loadBalancers }: Environment): readonly InModule<LoadBalancer>[] =>
  loadBalancers.filter(isInModule);

/** What is left for the root module: neither what modules make, nor what only that needs. */
export function withoutModules(environment: Environment): Environment {
  const groups = groupsInModules(environment);
  const balancers = balancersInModules(environment);
  if (groups.length === 0 && balancers.length === 0) return environment;
  const isOutside = (name: string) => !groups.some((group) => group.name === name);
  const left = {
    ...environment,
    instances: environment.instances.filter(({ name }) => isOutside(name)),
    loadBalancers: environment.loadBalancers.filter((balancer) => !isInModule(balancer)),
    firewall: environment.firewall
      .map((rule) => ({
        ...rule,
        to: rule.to.filter(({ value }) => value.section !== "instances" || isOutside(value.name)),
      }))
      .filter(({ to }) => to.length > 0),
  };
  const used = [...left.instances, ...left.nodePools, ...left.databases, ...left.loadBalancers].map(
    ({ network }) => network.name,
  );
  const hosts = servedHosts(left).map(({ zone }) => zone.name);
  return {
    ...left,
    networks: environment.networks.filter(({ name }) => used.includes(name)),
    zones: environment.zones.filter(
      ({ name, managed, records }) => managed.value || records.length > 0 || hosts.includes(name),
    ),
  };
}

/** The balancers that lead to machines of a group. */
export const balancersTo = ({ loadBalancers }: Environment, { name }: InstanceGroup): readonly LoadBalancer[] =>
  loadBalancers.filter((balancer) => backendsOf(balancer).some(({ group }) => group.name === name));
