import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { by } from "../../compiler/rules.ts";
import { because, block, type NginxDocument, nginx, simple } from "../../formats/nginx/tree.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { knownText } from "./known-text.ts";
import { nginxHost } from "./nginx-host.ts";
import type { NginxRoute } from "./nginx-locations.ts";
import { nginxMain, type NginxPlace } from "./nginx-main.ts";
import { type NginxBackend, nginxUpstreams } from "./nginx-upstreams.ts";

/** The files below /etc/nginx of a proxy: the main one, one for each host, the apps behind it, and what nobody asked for. */
export function nginxFiles(
  environment: Environment,
  proxy: ReverseProxy,
  backends: readonly NginxBackend[],
  place: NginxPlace,
): readonly Artifact[] {
  const file = (path: string, document: NginxDocument): Artifact => ({ path, at: proxy.at, document });
  return [
    file("nginx.conf", nginxMain(environment, proxy, place)),
    file("conf.d/default.conf", stranger(proxy)),
    file("conf.d/upstreams.conf", nginxUpstreams(proxy, backends)),
    ...hostsOf(backends).map(({ host, routes }) =>
      file(`conf.d/${host.value.replace("*", "any")}.conf`, nginxHost(environment, proxy, host, routes)),
    ),
  ];
}

interface Host {
  readonly host: Traced<string>;
  readonly routes: readonly NginxRoute[];
}

/** In order of name; the routes of a host by their path. */
function hostsOf(backends: readonly NginxBackend[]): readonly Host[] {
  const routes = backends.flatMap((backend) => backend.app.routes.map((route) => ({ backend, route })));
  const byHost = new Map<string, NginxRoute[]>();
  for (const given of routes) {
    const name = hostName(given);
    byHost.set(name, [...(byHost.get(name) ?? []), given]);
  }
  return [...byHost]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => ({
      host: traced(name, ...own.flatMap(({ route }) => route.host[ORIGINS])),
      routes: own.sort((a, b) => (knownText(a.route.path) < knownText(b.route.path) ? -1 : 1)),
    }));
}

const hostName = ({ route }: NginxRoute): string => knownText(route.host).replace(/\.$/, "");

/** Who asks for another host, or by address, gets no answer instead of that of some app. */
function stranger({ listeners, at }: ReverseProxy): NginxDocument {
  const listens = listeners.flatMap(({ port, protocol }) => {
    const options = protocol === "https" ? ["ssl", "default_server"] : ["default_server"];
    return [port, derive(port, (number) => `[::]:${number}`)].map((to) =>
      simple("listen", derive<string | number, string>(to, String), ...options),
    );
  });
  const isSecure = listeners.some(({ protocol }) => protocol === "https");
  return nginx([
    because(
      [by("nginx-stranger", at)],
      block(
        ["server"],
        [
          ...listens,
          simple("server_name", "_"),
          ...(isSecure ? [simple("ssl_reject_handshake", "on")] : []),
          simple("return", "444"),
        ],
      ),
    ),
  ]);
}
