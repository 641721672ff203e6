import type { ArtifactApp } from "../../compiler/environment/artifact.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { by } from "../../compiler/rules.ts";
import {
  because,
  block,
  concatenation,
  type NginxDocument,
  nginx,
  remarked,
  type Statement,
  simple,
  variable,
} from "../../formats/nginx/tree.ts";
import { ORIGINS, type Traced } from "../../formats/origin.ts";
import { stickyChoice, stickyCookie } from "./nginx-names.ts";

/** An app behind nginx, and where its copies answer: `10.0.0.4:8080`. */
export interface NginxBackend {
  readonly app: ReverseProxy["apps"][number] | ReverseProxy["artifactApps"][number];
  readonly servers: readonly Traced<string>[];
}

/** Files are served by nginx itself. */
export const isFiles = (app: NginxBackend["app"]): app is ArtifactApp => "artifact" in app && app.artifact.static.value;

/** Each app's copies as an upstream of its name, and how a client keeps one of them. */
export const nginxUpstreams = (proxy: ReverseProxy, backends: readonly NginxBackend[]): NginxDocument =>
  nginx(
    backends
      .filter(({ app }) => !isFiles(app))
      .flatMap((backend) => [...choice(proxy, backend), upstream(proxy, backend)]),
  );

function upstream({ sticky }: ReverseProxy, { app, servers }: NginxBackend): Statement {
  const cookie = stickyCookie(app.name);
  const method = {
    none: [],
    cookie: [
      simple("hash", concatenation(variable(`cookie_${cookie}`), variable(stickyChoice(app.name))), "consistent"),
    ],
    module: [simple("sticky", `name=${cookie}`, "path=/", "httponly")],
  }[sticky.value];
  return because(
    [{ at: app.at }],
    block(
      ["upstream", app.name],
      [
        ...method.map((statement) => because(sticky[ORIGINS], statement)),
        ...servers.map((server) => simple("server", server)),
        because([by("nginx-keepalive", app.at)], simple("keepalive", "16")),
      ],
    ),
  );
}

/** A stock nginx sets no cookie by itself: a client without one is given the number of its request. */
function choice({ sticky }: ReverseProxy, { app }: NginxBackend): readonly Statement[] {
  if (sticky.value !== "cookie") return [];
  const given = block(
    ["map", variable(`cookie_${stickyCookie(app.name)}`), variable(stickyChoice(app.name))],
    [simple("default", ""), simple("", variable("request_id"))],
  );
  const header = block(
    ["map", variable(stickyChoice(app.name)), variable(`${stickyChoice(app.name)}_cookie`)],
    [
      simple("default", concatenation(`${stickyCookie(app.name)}=`, variable(stickyChoice(app.name)), ATTRIBUTES)),
      simple("", ""),
    ],
  );
  const reasons = [...sticky[ORIGINS], by("nginx-sticky", app.at)];
  return [
    remarked(`A client of ${app.name} keeps the replica that its first request came to.`, because(reasons, given)),
    because(reasons, header),
  ];
}

const ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax";
