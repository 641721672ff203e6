import type { App } from "../environment/app.ts";
import type { ArtifactApp } from "../environment/artifact.ts";
import type { Certificate } from "../environment/certificate.ts";
import type { Discovery } from "../environment/discovery.ts";
import type { ContainerImage } from "../environment/image.ts";
import type { Ingress } from "../environment/ingress.ts";
import type { ReverseProxy } from "../environment/reverse-proxy.ts";
import type { Ingress as IngressSpec } from "../spec/spec.gen.ts";
import type { Context } from "./context.ts";
import type { Front } from "./front.ts";
import { type KindKeys, refuseForeignKeys } from "./kinds.ts";
import { resolveLabels } from "./labels.ts";
import { resolveListeners } from "./load-balancers.ts";
import { optional } from "./lookup.ts";
import { type Places, resolvePlace } from "./place.ts";
import { integer, textOf, word } from "./read.ts";
import type { Element } from "./section.ts";

type Kind = ReverseProxy["kind"]["value"] | "controller";

const keysOfKinds: KindKeys<Kind> = {
  class: ["controller"],
  runsOn: ["traefik", "nginx"],
  labels: ["traefik", "nginx"],
  version: ["traefik", "nginx"],
  image: ["traefik", "nginx"],
  listen: ["traefik", "nginx"],
  sticky: ["traefik", "nginx"],
  dashboard: ["traefik"],
  discovery: ["traefik", "nginx"],
};

export interface ProxySurroundings extends Places {
  readonly apps: readonly App[];
  readonly artifactApps: readonly ArtifactApp[];
  readonly discovery: readonly Discovery[];
  readonly certificates: readonly Certificate[];
  readonly images: readonly ContainerImage[];
}

/** Whether an ingress is the cluster's own controller. */
export const isController = ({ value }: Element<IngressSpec>): boolean =>
  value.kind === undefined || value.kind === "controller";

/** The proxies of ours; controllers are ingresses. */
export const resolveProxies = (context: Context, front: Front, around: ProxySurroundings): readonly ReverseProxy[] =>
  front.ingresses.flatMap((element) => {
    refuseForeignKeys(context, element, element.value.kind ?? "controller", keysOfKinds);
    return isController(element) ? [] : [resolveProxy(context, element, around)];
  });

function resolveProxy(context: Context, element: Element<IngressSpec>, around: ProxySurroundings): ReverseProxy {
  const { name, at } = element;
  const certificate = optional(context, element, "tls", [{ section: "tls", elements: around.certificates }]);
  return {
    name,
    at,
    kind: word<ReverseProxy["kind"]["value"]>()(context, element, "kind", "traefik"),
    ...resolvePlace(context, element, around),
    labels: resolveLabels(context, element),
    version: textOf(context, element, "version"),
    image: optional(context, element, "image", [{ section: "images", elements: around.images }]),
    listeners: resolveListeners(context, element, certificate),
    sticky: word<ReverseProxy["sticky"]["value"]>()(context, element, "sticky", "none"),
    dashboard: integer(context, element, "dashboard"),
    discovery: optional(context, element, "discovery", [{ section: "discovery", elements: around.discovery }]),
    hostname: textOf(context, element, "hostname"),
    certificate,
    apps: around.apps.filter(({ routes }) => routes.length > 0),
    artifactApps: around.artifactApps.filter(({ routes }) => routes.length > 0),
  };
}

/** The name of an ingress beside the routed hosts. */
export const ingressName = (context: Context, element: Element<IngressSpec>): Pick<Ingress, "hostname"> => ({
  hostname: textOf(context, element, "hostname"),
});
