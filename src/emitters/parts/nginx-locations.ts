import type { Route } from "../../compiler/environment/app.ts";
import type { ArtifactApp } from "../../compiler/environment/artifact.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { ReverseProxy } from "../../compiler/environment/reverse-proxy.ts";
import { by } from "../../compiler/rules.ts";
import { because, block, type Statement, concatenation, simple, variable } from "../../formats/nginx/tree.ts";
import { derive, ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import { knownText } from "./known-text.ts";
import { publicFolder } from "./releases.ts";
import { stickyChoice } from "./nginx-names.ts";
import { isFiles, type NginxBackend } from "./nginx-upstreams.ts";

/** A route of a host, and the app that it leads to. */
export interface NginxRoute {
  readonly backend: NginxBackend;
  readonly route: Route;
}

/** What is served below a path. `/api` is not the beginning of `/apiary`, which nginx would take it for. */
export function nginxLocations(environment: Environment, proxy: ReverseProxy, given: NginxRoute): readonly Statement[] {
  const path = traced(knownText(given.route.path), ...given.route.path[ORIGINS]);
  const body = bodyOf(environment, proxy, given);
  const location = (...words: readonly (string | Traced<string>)[]): Statement =>
    because([{ at: given.route.at }], block(["location", ...words], body));
  if (path.value.endsWith("/")) return [location(path)];
  return [location("=", path), location(derive(path, (text) => `${text}/`))];
}

function bodyOf(environment: Environment, proxy: ReverseProxy, { backend, route }: NginxRoute): readonly Statement[] {
  return [
    ...inside(environment, route),
    ...strict(route),
    ...(isFiles(backend.app) ? served(backend.app, route) : passed(proxy, backend)),
  ];
}

const passed = (proxy: ReverseProxy, backend: NginxBackend): readonly Statement[] => [
  ...keeping(proxy, backend),
  because([{ at: backend.app.at }], simple("proxy_pass", `http://${backend.app.name}`)),
];

/** Files as they lie; a path that is none is one of the pages that a browser makes by itself. */
const served = (app: ArtifactApp, { path }: Route): readonly Statement[] => {
  const isRoot = knownText(path) === "/";
  const folder = publicFolder(app);
  return [
    because(
      [{ at: app.at }],
      simple(isRoot ? "root" : "alias", isRoot ? folder : derive(folder, (text) => `${text}/`)),
    ),
    because(
      [by("nginx-pages", app.at)],
      simple("try_files", variable("uri"), concatenation(variable("uri"), "/"), isRoot ? "/index.html" : "=404"),
    ),
  ];
};

/** Where a header is added, those that were added around it are not. */
const strict = ({ certificate }: Route): readonly Statement[] =>
  certificate === undefined
    ? []
    : [
        because(
          [by("nginx-strict", certificate.at)],
          simple("add_header", "Strict-Transport-Security", "max-age=63072000", "always"),
        ),
      ];

const keeping = ({ sticky }: ReverseProxy, { app }: NginxBackend): readonly Statement[] =>
  sticky.value === "cookie"
    ? [because(sticky[ORIGINS], simple("add_header", "Set-Cookie", variable(`${stickyChoice(app.name)}_cookie`)))]
    : [];

/** An internal route is for the networks of the spec. */
const inside = ({ networks }: Environment, { internal }: Route): readonly Statement[] =>
  internal.value
    ? [
        ...networks.map(({ cidr }) => because([...internal[ORIGINS], ...cidr[ORIGINS]], simple("allow", cidr))),
        because([...internal[ORIGINS], by("nginx-internal", internal[ORIGINS][0]?.at ?? [])], simple("deny", "all")),
      ]
    : [];
