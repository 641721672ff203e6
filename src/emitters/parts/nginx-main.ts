import type { Environment } from "../../compiler/environment/environment.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { by, type RuleId } from "../../compiler/rules.ts";
import {
  because,
  block,
  nginx,
  type NginxDocument,
  remarked,
  type Statement,
  simple,
  variable,
} from "../../formats/nginx/tree.ts";

/** Where nginx runs: installed by a package on a machine, or alone in a container. */
export type NginxPlace = "machine" | "container";

/** The main file: what holds for all hosts. */
export function nginxMain(environment: Environment, proxy: ReverseProxy, place: NginxPlace): NginxDocument {
  const ruled = (rule: RuleId, statement: Statement): Statement => because([by(rule, proxy.at)], statement);
  return nginx([
    simple("user", "www-data"),
    simple("worker_processes", "auto"),
    simple("pid", "/run/nginx.pid"),
    ...(place === "machine"
      ? [simple("include", "/etc/nginx/modules-enabled/*.conf")]
      : [
          ruled("nginx-container", simple("daemon", "off")),
          ruled("nginx-container", simple("error_log", "/dev/stderr")),
        ]),
    block(["events"], [simple("worker_connections", "1024")]),
    block(
      ["http"],
      [
        simple("include", "/etc/nginx/mime.types"),
        simple("default_type", "application/octet-stream"),
        ...(place === "container" ? [ruled("nginx-container", simple("access_log", "/dev/stdout"))] : []),
        simple("sendfile", "on"),
        simple("tcp_nopush", "on"),
        ruled("nginx-hardening", simple("server_tokens", "off")),
        ...tls(proxy).map((statement) => ruled("nginx-tls", statement)),
        ...forwarded(environment, proxy),
        simple("include", "/etc/nginx/conf.d/*.conf"),
      ],
    ),
  ]);
}

/** Ciphers are those of TLS 1.2 and 1.3, of which clients know best which are fast on them. */
const tls = ({ listeners }: ReverseProxy): readonly Statement[] =>
  listeners.some(({ protocol }) => protocol === "https")
    ? [
        simple("ssl_protocols", "TLSv1.2", "TLSv1.3"),
        simple("ssl_prefer_server_ciphers", "off"),
        simple("ssl_session_cache", "shared:tls:10m"),
        simple("ssl_session_timeout", "1d"),
        simple("ssl_session_tickets", "off"),
      ]
    : [];

/** What apps are told about a request. A balancer before nginx has spoken TLS itself, and says so. */
function forwarded({ loadBalancers }: Environment, { name, at }: ReverseProxy): readonly Statement[] {
  const isBehind = loadBalancers.some(({ proxies }) => proxies.some((proxy) => proxy.name === name));
  const scheme = isBehind ? "forwarded_scheme" : "scheme";
  const ruled = (statement: Statement): Statement => because([by("nginx-headers", at)], statement);
  const schemes = block(
    ["map", variable("http_x_forwarded_proto"), variable("forwarded_scheme")],
    [simple("default", variable("http_x_forwarded_proto")), simple("", variable("scheme"))],
  );
  const upgrades = block(
    ["map", variable("http_upgrade"), variable("connection_upgrade")],
    [simple("default", "upgrade"), simple("", "")],
  );
  return [
    ...(isBehind ? [ruled(schemes)] : []),
    remarked("Connections to apps stay open, and become WebSockets when a client asks.", ruled(upgrades)),
    ruled(simple("proxy_http_version", "1.1")),
    ruled(simple("proxy_set_header", "Host", variable("host"))),
    ruled(simple("proxy_set_header", "Upgrade", variable("http_upgrade"))),
    ruled(simple("proxy_set_header", "Connection", variable("connection_upgrade"))),
    ruled(simple("proxy_set_header", "X-Real-IP", variable("remote_addr"))),
    ruled(simple("proxy_set_header", "X-Forwarded-For", variable("proxy_add_x_forwarded_for"))),
    ruled(simple("proxy_set_header", "X-Forwarded-Proto", variable(scheme))),
  ];
}
