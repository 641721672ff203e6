import { diagnose } from "../diagnostics/diagnostic.ts";
import type { App } from "../environment/app.ts";
import type { Certificate } from "../environment/certificate.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";
import type { Listener, LoadBalancer } from "../environment/load-balancer.ts";
import type { Network } from "../environment/network.ts";
import type { LoadBalancer as LoadBalancerSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import type { Front } from "./front.ts";
import { find, named, optional } from "./lookup.ts";
import { flag, implied, written } from "./read.ts";
import type { Element } from "./section.ts";

export interface Backends {
  readonly apps: readonly App[];
  readonly groups: readonly InstanceGroup[];
  readonly networks: readonly Network[];
  readonly certificates: readonly Certificate[];
}

export const resolveLoadBalancers = (context: Context, front: Front, backends: Backends): readonly LoadBalancer[] =>
  front.loadBalancers.flatMap((element) => resolveLoadBalancer(context, element, backends));

function resolveLoadBalancer(
  context: Context,
  element: Element<LoadBalancerSpec>,
  { apps, groups, networks, certificates }: Backends,
): readonly LoadBalancer[] {
  const { name, at, impliedBy } = element;
  const network = named(context, element, "network", [{ section: "network", elements: networks }]);
  const certificate = optional(context, element, "tls", [{ section: "tls", elements: certificates }]);
  if (network === undefined) return [];
  const behind = forwarded(context, element, apps, groups);
  const listeners = resolveListeners(context, element, certificate);
  return [
    {
      name,
      at,
      impliedBy,
      ...behind,
      listeners,
      certificate,
      internal: flag(context, element, "internal", false),
      network,
    },
  ];
}

/** What `to` names, by default the routed apps. */
function forwarded(
  context: Context,
  { at, value }: Element<LoadBalancerSpec>,
  apps: readonly App[],
  groups: readonly InstanceGroup[],
): Pick<LoadBalancer, "apps" | "groups"> {
  if (value.to === undefined) return { apps: apps.filter(({ routes }) => routes.length > 0), groups: [] };
  const choices = [
    { section: "apps", elements: apps },
    { section: "instances", elements: groups },
  ];
  const found = value.to.flatMap(
    (name, index) => find<App | InstanceGroup>(context, [...at, "to", index], name, choices, false) ?? [],
  );
  return {
    apps: found.filter(({ section }) => section === "apps").map(({ element }) => element as App),
    groups: found.filter(({ section }) => section === "instances").map(({ element }) => element as InstanceGroup),
  };
}

function resolveListeners(
  context: Context,
  { at, value }: Element<LoadBalancerSpec>,
  certificate: Certificate | undefined,
): readonly Listener[] {
  if (value.listen === undefined) return [defaultListener(at, certificate)];
  return value.listen.map((listener, index) => {
    const [port = "", protocol = ""] = listener.split("/");
    const place = [...at, "listen", index];
    const secure = protocol === "https" || protocol === "tls";
    if (secure && certificate === undefined)
      context.report(diagnose("listener-without-certificate", place, { listener }));
    return { port: written(place, Number(port)), protocol: protocol as Listener["protocol"] };
  });
}

const defaultListener = (at: LoadBalancer["at"], certificate: Certificate | undefined): Listener =>
  certificate === undefined
    ? { port: implied("default", [...at, "listen"], 80), protocol: "http" }
    : { port: written([...at, "tls"], 443), protocol: "https" };
