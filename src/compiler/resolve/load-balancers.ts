import { diagnose } from "../diagnostics/diagnostic.ts";
import type { App } from "../environment/app.ts";
import type { Certificate } from "../environment/certificate.ts";
import type { Ingress } from "../environment/ingress.ts";
import type { InstanceGroup } from "../environment/instance-group.ts";
import type { Listener, LoadBalancer } from "../environment/load-balancer.ts";
import type { Network } from "../environment/network.ts";
import type { ReverseProxy } from "../environment/reverse-proxy.ts";
import type { LoadBalancer as LoadBalancerSpec } from "../spec/spec.gen.ts";
import { resolveBalancerHealth } from "./balancer-health.ts";
import type { Context } from "./context.ts";
import type { Front } from "./front.ts";
import { find, named, optional } from "./lookup.ts";
import { flag, implied, string, textOf, word, written } from "./read.ts";
import type { Element, Section } from "./section.ts";

export interface Backends {
  readonly apps: readonly App[];
  readonly groups: readonly InstanceGroup[];
  readonly networks: readonly Network[];
  readonly certificates: readonly Certificate[];
  readonly ingresses: readonly Ingress[];
  readonly proxies: readonly ReverseProxy[];
}

export const resolveLoadBalancers = (context: Context, front: Front, backends: Backends): readonly LoadBalancer[] =>
  front.loadBalancers.flatMap((element) => resolveLoadBalancer(context, element, backends));

function resolveLoadBalancer(
  context: Context,
  element: Element<LoadBalancerSpec>,
  backends: Backends,
): readonly LoadBalancer[] {
  const { name, at, impliedBy } = element;
  const { networks, certificates } = backends;
  const network = named(context, element, "network", [{ section: "network", elements: networks }]);
  const certificate = optional(context, element, "tls", [{ section: "tls", elements: certificates }]);
  if (network === undefined) return [];
  const behind = forwarded(context, element, backends);
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
      health: resolveBalancerHealth(context, element),
      mode: word<LoadBalancer["mode"]["value"]>()(context, element, "mode", "always"),
      hostname: textOf(context, element, "hostname"),
      module: string(context, element, "module"),
      network,
    },
  ];
}

/** What `to` names, by default the routed apps. */
function forwarded(
  context: Context,
  { at, value }: Element<LoadBalancerSpec>,
  { apps, groups, ingresses, proxies }: Backends,
): Pick<LoadBalancer, "apps" | "groups" | "ingresses" | "proxies"> {
  const routed = apps.filter(({ routes }) => routes.length > 0);
  if (value.to === undefined) return { apps: routed, groups: [], ingresses: [], proxies: [] };
  const choices = [
    { section: "apps", elements: apps },
    { section: "instances", elements: groups },
    { section: "ingress", elements: [...ingresses, ...proxies] },
  ];
  const found = value.to.flatMap(
    (name, index) =>
      find<App | InstanceGroup | Ingress | ReverseProxy>(context, [...at, "to", index], name, choices, false) ?? [],
  );
  return {
    apps: found.filter(({ section }) => section === "apps").map(({ element }) => element as App),
    groups: found.filter(({ section }) => section === "instances").map(({ element }) => element as InstanceGroup),
    ingresses: ingresses.filter((ingress) => found.some(({ element }) => element === ingress)),
    proxies: proxies.filter((proxy) => found.some(({ element }) => element === proxy)),
  };
}

/** What listens, by default for HTTP, or for HTTPS where there is a certificate. */
export function resolveListeners(
  context: Context,
  { at, value }: Section<Pick<LoadBalancerSpec, "listen">>,
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
