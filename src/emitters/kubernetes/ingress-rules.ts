import type { App, Route } from "../../compiler/environment/app.ts";
import type { Certificate } from "../../compiler/environment/certificate.ts";
import { literal } from "../../compiler/environment/text.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { tlsSecret } from "./certificate.ts";
import { ruled } from "./ruled.ts";
import { portName } from "./workload.ts";

/** A path of a host, and the app that it leads to. */
export interface Way {
  readonly app: App;
  readonly route: Route;
}

/** What anybody may ask an app for. */
export const openWays = (app: App): readonly Way[] => waysOf(app, false);

/** What the networks of the spec alone may ask an app for. */
export const internalWays = (app: App): readonly Way[] => waysOf(app, true);

const waysOf = (app: App, internal: boolean): readonly Way[] =>
  app.routes.filter((route) => route.internal.value === internal).map((route) => ({ app, route }));

/** The hosts of some ways, each once, as they are written. */
export function hostsOf(ways: readonly Way[]): readonly Traced<string>[] {
  const all = ways.map(({ route }) => literal(route.host));
  return all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index);
}

export const tlsEntry = (certificate: Certificate, ways: readonly Way[]): YamlNode =>
  traced({ hosts: hostsOf(ways), secretName: tlsSecret(certificate) }, { at: certificate.at });

export const ingressRules = (ways: readonly Way[]): readonly YamlNode[] =>
  hostsOf(ways).map((host) =>
    traced(
      { host, http: { paths: ways.filter(({ route }) => literal(route.host).value === host.value).map(path) } },
      ...host[ORIGINS],
    ),
  );

const path = ({ app, route }: Way): YamlNode =>
  traced(
    {
      path: literal(route.path),
      pathType: ruled("kubernetes-path-prefix", route.at, "Prefix"),
      backend: { service: { name: app.name, port: { name: portName } } },
    },
    { at: route.at },
  );
