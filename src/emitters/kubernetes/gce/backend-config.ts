import type { Artifact } from "../../../compiler/emitter.ts";
import type { App, Health } from "../../../compiler/environment/app.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { literal } from "../../../compiler/environment/text.ts";
import { derive, traced } from "../../../formats/origin.ts";
import type { YamlNode } from "../../../formats/yaml/tree.ts";
import { gceIngressesOf, guardedApps } from "../../parts/guarded-paths.ts";
import { appMetadata } from "../labels.ts";
import { manifest } from "../manifest.ts";
import { ruled } from "../ruled.ts";
import { seconds } from "../seconds.ts";
import { isCalled } from "../workload.ts";

/** How the balancer asks an app whether it serves, and whom it lets through to it. */
export function backendConfig(environment: Environment, app: App): readonly Artifact[] {
  if (!hasBackendConfig(environment, app)) return [];
  return [
    manifest(
      `${app.name}.backend-config.yaml`,
      app.at,
      traced(
        {
          apiVersion: "cloud.google.com/v1",
          kind: "BackendConfig",
          metadata: appMetadata(app),
          spec: {
            healthCheck: app.health && healthCheck(app, app.health),
            securityPolicy: securityPolicy(environment, app),
          },
        },
        { rule: "kubernetes-gce-backend", at: app.at },
      ),
    ),
  ];
}

/** What a Service says to Google's controller. */
export const backendAnnotations = (environment: Environment, app: App): YamlNode =>
  gceIngressesOf(environment, app).length === 0
    ? undefined
    : ruled("kubernetes-gce-backend", app.at, {
        "cloud.google.com/backend-config": hasBackendConfig(environment, app)
          ? JSON.stringify({ default: app.name })
          : undefined,
        "cloud.google.com/neg": JSON.stringify({ ingress: true }),
      });

const hasBackendConfig = (environment: Environment, app: App): boolean =>
  isCalled(app) &&
  gceIngressesOf(environment, app).length > 0 &&
  (app.health?.http !== undefined || guardedApps(environment).includes(app));

/** Terraform makes the policy, under the same name. */
const securityPolicy = (environment: Environment, app: App): YamlNode =>
  guardedApps(environment).includes(app)
    ? ruled("kubernetes-gce-guard", [...app.at, "routes"], { name: sharedName(environment, app).value })
    : undefined;

function healthCheck({ port }: App, health: Health): YamlNode {
  const { at, http, interval, timeout } = health;
  if (http === undefined) return undefined;
  return traced(
    {
      type: "HTTP",
      requestPath: literal(http),
      port,
      checkIntervalSec: derive(interval, seconds),
      timeoutSec: derive(timeout, seconds),
    },
    { at },
  );
}
