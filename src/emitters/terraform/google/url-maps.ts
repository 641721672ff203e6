import type { Environment } from "../../../compiler/environment/environment.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import { literal } from "../../../compiler/environment/text.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { type Backend, backendsOf, unroutedBackends } from "../backends.ts";
import { hostLabel } from "../host-records.ts";
import { listenerLabel, type ServedListener } from "../listeners.ts";
import { lowerFixed } from "../lower.ts";
import { type RoutedBackend, routesOf } from "../routes.ts";
import { backendService, resourceName } from "./addresses.ts";

/** Where a listener of HTTP leads: by host and path, or all of it to HTTPS. */
export const urlMap = (environment: Environment, balancer: LoadBalancer, listener: ServedListener): Block =>
  listener.redirectsTo === undefined
    ? routing(environment, balancer, listener)
    : mapBlock(environment, balancer, listener, {}, [redirect(balancer)]);

function mapBlock(
  environment: Environment,
  balancer: LoadBalancer,
  listener: ServedListener,
  attributes: Block["attributes"],
  blocks: readonly Block[],
): Block {
  const label = listenerLabel(balancer, listener);
  const name = resourceName(environment, balancer.at, label.replaceAll("_", "-"));
  return because(
    [{ at: balancer.at }],
    block(["resource", "google_compute_url_map", label], { name, ...attributes }, blocks),
  );
}

const redirect = ({ at }: LoadBalancer): Block =>
  because(
    [by("https-redirect", at)],
    block(["default_url_redirect"], {
      https_redirect: true,
      redirect_response_code: "MOVED_PERMANENTLY_DEFAULT",
      strip_query: false,
    }),
  );

function routing(environment: Environment, balancer: LoadBalancer, listener: ServedListener): Block {
  const hosts = hostsOf(balancer);
  const { service, blocks } = fallback(balancer, unroutedBackends(balancer, listener));
  return mapBlock(environment, balancer, listener, { default_service: service }, [
    ...blocks,
    ...hosts.map((host) => hostRule(environment, host)),
    ...hosts.map((host) => pathMatcher(environment, balancer, host)),
  ]);
}

interface RoutedHost {
  /** One at least; all have the host. */
  readonly first: RoutedBackend;
  readonly routes: readonly RoutedBackend[];
}

function hostsOf(balancer: LoadBalancer): readonly RoutedHost[] {
  const hosts = new Map<string, RoutedHost>();
  for (const routed of routesOf(balancer)) {
    const host = literal(routed.route.host).value;
    const before = hosts.get(host);
    hosts.set(host, { first: before?.first ?? routed, routes: [...(before?.routes ?? []), routed] });
  }
  return [...hosts.values()];
}

export const matcherName = ({ route }: RoutedBackend): string =>
  hostLabel(route.host).toLowerCase().replaceAll("_", "-");

const hostRule = (environment: Environment, { first, routes }: RoutedHost): Block =>
  because(
    routes.map(({ route }) => ({ at: route.at })),
    block(["host_rule"], { hosts: [lowerFixed(environment, first.route.host)], path_matcher: matcherName(first) }),
  );

/** Google takes the longest path that matches, in whatever order they stand. */
function pathMatcher(environment: Environment, balancer: LoadBalancer, { first, routes }: RoutedHost): Block {
  const isRoot = ({ route }: RoutedBackend): boolean => literal(route.path).value === "/";
  const { service, blocks } = fallback(
    balancer,
    routes.filter(isRoot).map(({ backend }) => backend),
  );
  return because(
    [{ at: first.route.at }],
    block(["path_matcher"], { name: matcherName(first), default_service: service }, [
      ...blocks,
      ...routes.filter((routed) => !isRoot(routed)).map((routed) => pathRule(environment, routed)),
    ]),
  );
}

/** A prefix is the path itself and all below it, not every path that happens to begin alike. */
function pathRule(environment: Environment, { backend, route }: RoutedBackend): Block {
  const whole = lowerFixed(environment, route.path);
  const endsOpen = literal(route.path).value.endsWith("/");
  const below = traced(template(whole, endsOpen ? "*" : "/*"), ...route.path[ORIGINS]);
  return because(
    [{ at: route.at }],
    block(["path_rule"], { paths: endsOpen ? [below] : [whole, below], service: backendService(backend) }),
  );
}

interface Fallback {
  readonly service: Expression | undefined;
  readonly blocks: readonly Block[];
}

/** Where what no route names goes: to these backends, else nowhere; a map wants a service even then. */
function fallback(balancer: LoadBalancer, backends: readonly Backend[]): Fallback {
  const [only, another] = backends;
  if (another !== undefined) return { service: undefined, blocks: [shared(backends)] };
  if (only !== undefined) return { service: backendService(only), blocks: [] };
  const [any] = backendsOf(balancer);
  return { service: any && backendService(any), blocks: [notFound(balancer)] };
}

const shared = (backends: readonly Backend[]): Block =>
  block(
    ["default_route_action"],
    {},
    backends.map((backend) =>
      block(["weighted_backend_services"], { backend_service: backendService(backend), weight: 1 }),
    ),
  );

const notFound = ({ at }: LoadBalancer): Block =>
  because(
    [by("unrouted-is-not-found", at)],
    block(["default_route_action"], {}, [
      block(["fault_injection_policy"], {}, [block(["abort"], { http_status: 404, percentage: 100 })]),
    ]),
  );
