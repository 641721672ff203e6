import type { Capability } from "../environment/capability.ts";
import type { Environment } from "../environment/environment.ts";
import type { Named } from "../environment/located.ts";
import type { Use } from "./use.ts";
import { vocabularyUses } from "./vocabulary-uses.ts";

/** What the environment asks of its targets; what a rule implied asks for nothing. */
export function usesOf(environment: Environment): readonly Use[] {
  const { provider, apps, instances } = environment;
  return [
    ...(provider === undefined ? [] : [{ capability: "provider" as const, at: provider.at }]),
    ...uses("vars", environment.variables),
    ...uses("secrets", environment.secrets),
    ...uses("network", environment.networks),
    ...uses("images.machine", environment.machineImages),
    ...uses("images.container", environment.containerImages),
    ...uses("instances", instances),
    ...apps.map(({ kind, at }) => ({ capability: `apps.${kind.value}` as const, at })),
    ...apps.flatMap(({ routes }) => routes.map(({ at }) => ({ capability: "apps.routes" as const, at }))),
    ...uses("ingress", environment.ingresses),
    ...uses("loadBalancer", environment.loadBalancers),
    ...uses("firewall", environment.firewall),
    ...uses("dns", environment.zones),
    ...uses("tls", environment.certificates),
    ...uses("database", environment.databases),
    ...instances.flatMap(({ scaling }) => uses("scaling.instances", scaling ? [scaling] : [])),
    ...apps.flatMap(({ scaling }) => uses("scaling.apps", scaling ? [scaling] : [])),
    ...uses("backup", environment.backups),
    ...uses("outputs", environment.outputs),
    ...vocabularyUses(environment),
  ];
}

const uses = (capability: Capability, elements: readonly Named[]): readonly Use[] =>
  elements.filter(({ impliedBy }) => impliedBy === undefined).map(({ at }) => ({ capability, at }));
