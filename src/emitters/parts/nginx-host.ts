import type { Certificate } from "../../compiler/environment/certificate.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Listener } from "../../compiler/environment/load-balancer.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { by } from "../../compiler/rules.ts";
import {
  because,
  block,
  concatenation,
  type NginxDocument,
  nginx,
  type Statement,
  simple,
  variable,
  type Word,
} from "../../formats/nginx/tree.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { knownText } from "./known-text.ts";
import { type NginxRoute, nginxLocations } from "./nginx-locations.ts";

/** Where those who ask for a certificate put what proves that the host is theirs. */
export const challengeFolder = "/var/www/letsencrypt";

/** What nginx serves under one name, HTTP and HTTPS. */
export function nginxHost(
  environment: Environment,
  proxy: ReverseProxy,
  host: Traced<string>,
  routes: readonly NginxRoute[],
): NginxDocument {
  const locations = routes.flatMap((route) => nginxLocations(environment, proxy, route));
  const plain = listenersOf(proxy, "http");
  const secure = listenersOf(proxy, "https");
  const certificate = routes.find(({ route }) => route.certificate !== undefined)?.route.certificate;
  // Where a balancer before nginx has spoken TLS, the certificate is that one's.
  if (certificate === undefined || secure.length === 0)
    return nginx([
      server(
        host,
        plain.flatMap((listener) => listens(listener)),
        locations,
      ),
    ]);
  return nginx([
    because([by("nginx-redirect", certificate.at)], server(host, redirected(plain), redirect(certificate, secure))),
    server(
      host,
      [...secure.flatMap((listener) => listens(listener, ...tls(proxy))), ...settings(proxy, certificate)],
      locations,
    ),
  ]);
}

const listenersOf = ({ listeners }: ReverseProxy, protocol: Listener["protocol"]): readonly Listener[] =>
  listeners.filter((listener) => listener.protocol === protocol);

const server = (host: Traced<string>, head: readonly Statement[], body: readonly Statement[]): Statement =>
  because(host[ORIGINS], block(["server"], [...head, simple("server_name", host), ...body]));

const listens = ({ port }: Listener, ...options: readonly Word[]): readonly Statement[] => [
  simple("listen", derive(port, String), ...options),
  simple(
    "listen",
    derive(port, (number) => `[::]:${number}`),
    ...options,
  ),
];

/** Port 80 redirects, even where nobody wrote that nginx listens there. */
const redirected = (plain: readonly Listener[]): readonly Statement[] =>
  plain.length === 0
    ? [simple("listen", "80"), simple("listen", "[::]:80")]
    : plain.flatMap((listener) => listens(listener));

function redirect({ issuer, at }: Certificate, [secure]: readonly Listener[]): readonly Statement[] {
  const port = secure === undefined || secure.port.value === 443 ? [] : [`:${secure.port.value}`];
  const target = concatenation("https://", variable("host"), ...port, variable("request_uri"));
  const home = block(["location", "/"], [simple("return", "301", target)]);
  if (issuer.value !== "letsencrypt") return [home];
  const challenge = block(["location", "/.well-known/acme-challenge/"], [simple("root", challengeFolder)]);
  return [because([{ at }], challenge), home];
}

/** Since 1.25.1 HTTP/2 is a directive of its own. */
const tls = (proxy: ReverseProxy): readonly Word[] => (knowsHttp2(proxy) ? ["ssl"] : ["ssl", "http2"]);

function knowsHttp2({ version }: ReverseProxy): boolean {
  const [major = 0, minor = 0, patch = 1] = version === undefined ? [] : knownText(version).split(".").map(Number);
  return major > 1 || (major === 1 && (minor > 25 || (minor === 25 && patch >= 1)));
}

const settings = (proxy: ReverseProxy, certificate: Certificate): readonly Statement[] => [
  ...(knowsHttp2(proxy) ? [simple("http2", "on")] : []),
  simple("ssl_certificate", certificateFile(certificate)),
  simple("ssl_certificate_key", keyFile(certificate)),
];

/** The file of a certificate and its chain; Let's Encrypt's lie where certbot keeps them. */
export const certificateFile = (certificate: Certificate): Traced<string> =>
  fileOf(certificate, { certbot: "fullchain.pem", installed: "pem" });

export const keyFile = (certificate: Certificate): Traced<string> =>
  fileOf(certificate, { certbot: "privkey.pem", installed: "key" });

const fileOf = (
  { name, at, files }: Certificate,
  of: { readonly certbot: string; readonly installed: string },
): Traced<string> =>
  files === undefined
    ? traced(`/etc/letsencrypt/live/${name}/${of.certbot}`, { at })
    : traced(`/etc/nginx/tls/${name}.${of.installed}`, { at });
