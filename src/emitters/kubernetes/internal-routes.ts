import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Ingress } from "../../compiler/environment/ingress.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { coveredRoutes } from "../parts/guarded-paths.ts";
import { ruled } from "./ruled.ts";

/** How a controller is told whom it lets in, by its class. */
const sourceRanges: ReadonlyMap<string, string> = new Map([
  ["nginx", "nginx.ingress.kubernetes.io/whitelist-source-range"],
  ["haproxy", "haproxy.org/allow-list"],
]);

/** Whether a controller can tell the networks of the spec from others. */
export const knowsSources = (ingress: Ingress): boolean => sourceRanges.has(ingress.class?.value ?? "");

/** What keeps everybody else from the internal paths of an app that the ingress would lead to. */
export function internalAnnotations(
  environment: Environment,
  ingress: Ingress,
  app: App,
): Readonly<Record<string, YamlNode>> | undefined {
  const annotation = sourceRanges.get(ingress.class?.value ?? "");
  if (annotation === undefined || coveredRoutes(environment, app).length === 0) return undefined;
  const ranges = environment.networks.map(({ cidr }) => cidr.value).join(",");
  return { [annotation]: ruled("kubernetes-internal-route", [...app.at, "routes"], ranges) };
}
