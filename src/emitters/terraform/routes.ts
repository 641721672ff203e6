import type { Route } from "../../compiler/environment/app.ts";
import type { LoadBalancer } from "../../compiler/environment/load-balancer.ts";
import { literal } from "../../compiler/environment/text.ts";
import { type Backend, backendsOf } from "./backends.ts";
import { identifier } from "./identifiers.ts";

/** A host and path that a balancer leads to a backend. */
export interface RoutedBackend {
  readonly backend: Backend;
  readonly route: Route;
  /** Tells the routes of one app apart. */
  readonly label: string;
}

/** The routes of a balancer, first those that come before others. */
export const routesOf = (balancer: LoadBalancer): readonly RoutedBackend[] =>
  backendsOf(balancer)
    .flatMap((backend) => {
      const routes = backend.app?.routes ?? [];
      const name = identifier(backend.name);
      return routes.map((route, index) => ({ backend, route, label: index === 0 ? name : `${name}_${index + 1}` }));
    })
    .sort(byPrecedence);

/** Whole hosts before wildcards, then host by host, the longest path first. */
function byPrecedence(a: RoutedBackend, b: RoutedBackend): number {
  const [hostA, hostB] = [literal(a.route.host).value, literal(b.route.host).value];
  const wildcards = Number(hostA.startsWith("*")) - Number(hostB.startsWith("*"));
  if (wildcards !== 0) return wildcards;
  if (hostA !== hostB) return hostA < hostB ? -1 : 1;
  return literal(b.route.path).value.length - literal(a.route.path).value.length;
}
