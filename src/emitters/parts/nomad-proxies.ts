import type { Environment } from "../../compiler/environment/environment.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";

/** The proxies that run as jobs of Nomad. */
export const nomadProxies = ({ proxies }: Environment): readonly ReverseProxy[] =>
  proxies.filter(({ kind, cluster }) => kind.value === "traefik" && cluster?.kind.value === "nomad");
