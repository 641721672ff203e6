import type { Artifact } from "../../compiler/emitter.ts";
import type { App, Route } from "../../compiler/environment/app.ts";
import type { Certificate } from "../../compiler/environment/certificate.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Ingress } from "../../compiler/environment/ingress.ts";
import { literal } from "../../compiler/environment/text.ts";
import { ORIGINS, type Traced, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { tlsSecret } from "./certificate.ts";
import { appMetadata } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";
import { isCalled, portName } from "./workload.ts";

/** How a controller is told to redirect HTTP, by its class; others have no annotation for it. */
export const redirects: ReadonlyMap<string, string> = new Map([
  ["nginx", "nginx.ingress.kubernetes.io/ssl-redirect"],
  ["haproxy", "haproxy.org/ssl-redirect"],
]);

export const ingresses = (environment: Environment): readonly Artifact[] =>
  environment.ingresses.flatMap((ingress) =>
    ingress.apps.filter(isCalled).map((app) => appIngress(environment, ingress, app)),
  );

/** The app's own name, unless several ingresses serve it. */
export const ingressName = ({ ingresses }: Environment, ingress: Ingress, app: App): string =>
  ingresses.length === 1 ? app.name : `${app.name}-${ingress.name}`;

function appIngress(environment: Environment, ingress: Ingress, app: App): Artifact {
  const name = ingressName(environment, ingress, app);
  return manifest(
    `${name}.ingress.yaml`,
    app.at,
    traced(
      {
        apiVersion: "networking.k8s.io/v1",
        kind: "Ingress",
        metadata: appMetadata(app, redirect(ingress), name),
        spec: {
          ingressClassName: ingress.class,
          tls: ingress.certificate && [tls(ingress.certificate, app)],
          rules: hosts(app).map((host) => rule(app, host)),
        },
      },
      { at: [...app.at, "routes"] },
      ingress.impliedBy === undefined ? { at: ingress.at } : { rule: ingress.impliedBy, at: [...app.at, "routes"] },
    ),
  );
}

function redirect({ certificate, class: controller }: Ingress): YamlNode {
  const annotation = redirects.get(controller?.value ?? "");
  return certificate && annotation && ruled("kubernetes-https-redirect", certificate.at, { [annotation]: "true" });
}

const tls = (certificate: Certificate, app: App): YamlNode =>
  traced({ hosts: hosts(app), secretName: tlsSecret(certificate) }, { at: certificate.at });

/** The hosts under which an app is reached, each once, as they are written. */
function hosts({ routes }: App): readonly Traced<string>[] {
  const all = routes.map(({ host }) => literal(host));
  return all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index);
}

const rule = (app: App, host: Traced<string>): YamlNode =>
  traced(
    {
      host,
      http: {
        paths: app.routes.filter((route) => literal(route.host).value === host.value).map((route) => path(app, route)),
      },
    },
    ...host[ORIGINS],
  );

const path = (app: App, route: Route): YamlNode =>
  traced(
    {
      path: literal(route.path),
      pathType: ruled("kubernetes-path-prefix", route.at, "Prefix"),
      backend: { service: { name: app.name, port: { name: portName } } },
    },
    { at: route.at },
  );
