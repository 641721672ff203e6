import type { App } from "../../../compiler/environment/app.ts";
import type { Discovery } from "../../../compiler/environment/discovery.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { ReverseProxy } from "../../../compiler/environment/reverse-proxy.ts";
import { nomadProxies } from "../../parts/nomad-proxies.ts";

/** The proxy that serves the routes of an app of its cluster. */
export const proxyOf = (environment: Environment, { name, cluster }: App): ReverseProxy | undefined =>
  nomadProxies(environment).find(
    (proxy) => proxy.cluster?.name === cluster?.name && proxy.apps.some((app) => app.name === name),
  );

/** The store in whose catalogue a proxy finds what it serves. */
export const catalogueOf = ({ discovery, cluster }: ReverseProxy): Discovery | undefined => {
  const store = discovery ?? cluster?.discovery;
  return store?.kind.value === "consul" ? store : undefined;
};
