import { diagnose } from "../../../../compiler/diagnostics/diagnostic.ts";
import type { Check } from "../../../../compiler/emitter.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { Peer } from "../../../../compiler/environment/firewall-rule.ts";
import type { InstanceGroup } from "../../../../compiler/environment/instance-group.ts";
import type { LoadBalancer } from "../../../../compiler/environment/load-balancer.ts";
import { holdsSecret } from "../../../../compiler/environment/text.ts";
import { containerLinux } from "../../../parts/container-linux.ts";
import { fleetSettings } from "../../../parts/fleet-settings.ts";
import { appsOn } from "../../../parts/app-settings.ts";
import { backendsOf } from "../../backends.ts";
import { balancersInModules, groupsInModules } from "./apart.ts";
import { appsWithSettings } from "./machine-inputs.ts";
import { nameInZone } from "./zone-inputs.ts";

/** What the modules of Google Cloud can hold. */
const modulesAreWhole: Check = function* (environment) {
  for (const group of groupsInModules(environment)) {
    const problem = groupProblem(environment, group);
    if (problem !== undefined)
      yield diagnose("google-module", [...group.at, "module"], { module: group.module.value, problem });
  }
  for (const balancer of balancersInModules(environment)) {
    const problem = balancerProblem(environment, balancer);
    if (problem !== undefined)
      yield diagnose("google-module", [...balancer.at, "module"], { module: balancer.module.value, problem });
  }
};

function groupProblem(environment: Environment, group: InstanceGroup): string | undefined {
  if (containerLinux(environment, group.image) === undefined) return "its machines boot CoreOS or Flatcar";
  if (group.network.kind.value !== "provider-default") return "its machines stand in the default network";
  if (environment.provider?.zones === undefined) return "its machines go round the `zones` of `provider`";
  if (group.scaling !== undefined) return "its machines are of a fixed number";
  if (appsOn(environment, group).length > 0) return "its machines run what a cluster gives them";
  if (group.hostname !== undefined && nameInZone(environment, group.hostname) === undefined)
    return "its machines have names in a zone of `dns`";
  const sources = environment.firewall
    .filter(({ to }) => to.some(({ value }) => value.section === "instances" && value.name === group.name))
    .flatMap(({ from }) => from.map(({ value }) => value));
  return sources.some(isElement) ? "its firewall lets addresses through" : undefined;
}

const isElement = ({ kind }: Peer): boolean => kind === "element";

function balancerProblem(environment: Environment, balancer: LoadBalancer): string | undefined {
  const { listeners, hostname, health } = balancer;
  const backends = backendsOf(balancer);
  const [listener] = listeners;
  if (listener === undefined || listeners.length > 1) return "its balancer listens on one port";
  if (listener.protocol !== "tcp" && listener.protocol !== "http") return "its balancer ends no TLS";
  if (balancer.internal.value) return "its balancer is for everybody";
  if (backends.length !== 1) return "its balancer leads to one group";
  if (backends.some(({ port }) => port.value !== listener.port.value))
    return "its balancer leads to the port it listens on";
  if (health !== undefined && health.http === undefined) return "its balancer asks for a path";
  return hostname !== undefined && nameInZone(environment, hostname) === undefined
    ? "its balancer has a name in a zone of `dns`"
    : undefined;
}

/** Settings come with the user data, which everybody sees who may look at the machines. */
const secretsAreShown: Check = function* (environment) {
  for (const group of groupsInModules(environment))
    for (const app of appsWithSettings(environment, group))
      for (const { name, at, value } of fleetSettings(environment, app).deployed)
        if (holdsSecret(value)) yield diagnose("secret-in-user-data", at, { app: app.name, setting: name });
};

export const moduleChecks: readonly Check[] = [modulesAreWhole, secretsAreShown];
