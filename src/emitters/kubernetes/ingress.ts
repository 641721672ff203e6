import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Ingress } from "../../compiler/environment/ingress.ts";
import { traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { isGce } from "../parts/guarded-paths.ts";
import { frontendConfig } from "./gce/frontend-config.ts";
import { gceIngress } from "./gce/ingress.ts";
import { ingressRules, internalWays, openWays, tlsEntry, type Way } from "./ingress-rules.ts";
import { internalAnnotations } from "./internal-routes.ts";
import { appMetadata } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";
import { isCalled } from "./workload.ts";

/** How a controller is told to redirect HTTP, by its class; others have no annotation for it. */
export const redirects: ReadonlyMap<string, string> = new Map([
  ["nginx", "nginx.ingress.kubernetes.io/ssl-redirect"],
  ["haproxy", "haproxy.org/ssl-redirect"],
]);

export const ingresses = (environment: Environment): readonly Artifact[] =>
  environment.ingresses.flatMap((ingress) =>
    isGce(ingress)
      ? [...gceIngress(environment, ingress), ...frontendConfig(ingress)]
      : ingress.apps.filter(isCalled).flatMap((app) => appIngresses(environment, ingress, app)),
  );

/** The app's own name, unless several ingresses serve it. */
export const ingressName = ({ ingresses }: Environment, ingress: Ingress, app: App): string =>
  ingresses.length === 1 ? app.name : `${app.name}-${ingress.name}`;

/** What only the networks of the spec may ask for stands apart, since a controller is told so for a whole Ingress. */
function appIngresses(environment: Environment, ingress: Ingress, app: App): readonly Artifact[] {
  const name = ingressName(environment, ingress, app);
  const inside = internalAnnotations(environment, ingress, app);
  return [
    ...appIngress(ingress, app, name, openWays(app), redirect(ingress)),
    ...(inside
      ? appIngress(ingress, app, `${name}-internal`, internalWays(app), { ...redirect(ingress), ...inside })
      : []),
  ];
}

type Annotations = Readonly<Record<string, YamlNode>> | undefined;

function appIngress(
  ingress: Ingress,
  app: App,
  name: string,
  ways: readonly Way[],
  annotations: Annotations,
): readonly Artifact[] {
  if (ways.length === 0) return [];
  const at = [...app.at, "routes"];
  return [
    manifest(
      `${name}.ingress.yaml`,
      app.at,
      traced(
        {
          apiVersion: "networking.k8s.io/v1",
          kind: "Ingress",
          metadata: appMetadata(app, annotations, name),
          spec: {
            ingressClassName: ingress.class,
            tls: ingress.certificate && [tlsEntry(ingress.certificate, ways)],
            rules: ingressRules(ways),
          },
        },
        { at },
        ingress.impliedBy === undefined ? { at: ingress.at } : { rule: ingress.impliedBy, at },
      ),
    ),
  ];
}

function redirect({ certificate, class: controller }: Ingress): Annotations {
  const annotation = redirects.get(controller?.value ?? "");
  return certificate && annotation
    ? { [annotation]: ruled("kubernetes-https-redirect", certificate.at, "true") }
    : undefined;
}
