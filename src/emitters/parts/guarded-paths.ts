import type { App, Route } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Ingress } from "../../compiler/environment/ingress.ts";
import { literal } from "../../compiler/environment/text.ts";

/** Whether Google's controller serves an ingress: it makes a balancer of the provider for it. */
export const isGce = ({ class: controller }: Ingress): boolean => controller?.value === "gce";

/** The ingresses of Google's controller that serve an app. */
export const gceIngressesOf = ({ ingresses }: Environment, app: App): readonly Ingress[] =>
  ingresses.filter((ingress) => isGce(ingress) && ingress.apps.some(({ name }) => name === app.name));

/**
 * The apps before which Google's balancer refuses internal paths: a policy of Cloud Armor does, since an Ingress has no
 * word for it.
 */
export const guardedApps = (environment: Environment): readonly App[] =>
  environment.apps.filter(
    (app) => gceIngressesOf(environment, app).length > 0 && coveredRoutes(environment, app).length > 0,
  );

/** The internal routes of an app that a path open to everybody would lead to. */
export const coveredRoutes = ({ apps }: Environment, app: App): readonly Route[] =>
  app.routes.filter(
    (route) =>
      route.internal.value &&
      apps.flatMap(({ routes }) => routes).some((other) => !other.internal.value && covers(other, route)),
  );

/** Paths are prefixes of whole segments. */
function covers(open: Route, internal: Route): boolean {
  if (literal(open.host).value !== literal(internal.host).value) return false;
  const prefix = literal(open.path).value.replace(/\/$/, "");
  const path = literal(internal.path).value;
  return path === prefix || path.startsWith(`${prefix}/`);
}
