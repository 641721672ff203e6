import type { App, Route } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Ingress } from "../../compiler/environment/ingress.ts";
import type { LoadBalancer } from "../../compiler/environment/load-balancer.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { isLiteral, literal, type Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { call, type Expression, template } from "../../formats/hcl/tree.ts";
import { isTraced, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { traefikTags } from "../parts/traefik-tags.ts";
import { traefikMajor } from "../parts/traefik-version.ts";
import { lower } from "./lower.ts";
import { proxyOf } from "./traefik/proxies.ts";

/** The routes of an app as Traefik reads them from Nomad's catalogue. */
export function tags(environment: Environment, app: App): Expression | undefined {
  if (app.routes.length === 0) return undefined;
  const proxy = proxyOf(environment, app);
  if (proxy !== undefined) return proxyTags(environment, app, proxy);
  const router = `traefik.http.routers.${app.name}`;
  const secured = securedBy(environment, app);
  return [
    traced("traefik.enable=true", ...app.routes.map(({ at }) => by("nomad-traefik-tags", at))),
    traced(template(`${router}.rule=`, ...rule(environment, app)), ...app.routes.flatMap(placesOf)),
    ...secured.map(({ at }) => traced(`${router}.tls=true`, { at })),
  ];
}

/** In the words of the version that the proxy of the spec has. */
const proxyTags = (environment: Environment, app: App, proxy: ReverseProxy): Expression =>
  traefikTags(app, { major: traefikMajor(proxy).value, sticky: proxy.sticky.value === "cookie" }).map((tag) =>
    lower(environment, app, tag),
  );

const placesOf = ({ host, path }: Route) => [...host[ORIGINS], ...path[ORIGINS]];

/**
 * The certificates that the proxy itself serves. A balancer before the cluster ends TLS where it stands, and an ingress
 * that nobody wrote is the controller of another runtime.
 */
function securedBy({ ingresses, loadBalancers }: Environment, app: App) {
  const holds = ({ apps }: Ingress | LoadBalancer) => apps.some(({ name }) => name === app.name);
  const isEnded = loadBalancers.some((balancer) => balancer.certificate !== undefined && holds(balancer));
  const written = ingresses.filter((ingress) => ingress.impliedBy === undefined && holds(ingress));
  return isEnded ? [] : written.flatMap(({ certificate }) => certificate ?? []);
}

function rule(environment: Environment, app: App): readonly Expression[] {
  const isOnly = app.routes.length === 1;
  return app.routes.flatMap((route, index) => {
    const matchers = [...matchHost(environment, app, route.host), ...matchPath(environment, app, route.path)];
    const inside = isOnly || matchers.length <= 3 ? matchers : ["(", ...matchers, ")"];
    return index === 0 ? inside : [" || ", ...inside];
  });
}

/** `*.example.com` is any one label there. */
function matchHost(environment: Environment, app: App, host: Text): readonly Expression[] {
  if (typeof host.parts[0] !== "string" || !host.parts[0].startsWith("*.")) {
    return ["Host(", goString(environment, app, host), ")"];
  }
  const domain = literal(host).value.slice(2).replaceAll(".", "\\.");
  return ["HostRegexp(", JSON.stringify(`^[^.]+\\.${domain}$`), ")"];
}

function matchPath(environment: Environment, app: App, path: Text): readonly Expression[] {
  const isWhole = isLiteral(path) && literal(path).value === "/";
  return isWhole ? [] : [" && PathPrefix(", goString(environment, app, path), ")"];
}

/** Traefik reads its rules as Go does, and a JSON string is a Go string too. */
function goString(environment: Environment, app: App, of: Text): Expression {
  const value: Traced<Expression> = lower(environment, app, of);
  const plain = isTraced(value) ? value.value : value;
  return typeof plain === "string" ? JSON.stringify(plain) : call("jsonencode", plain);
}
