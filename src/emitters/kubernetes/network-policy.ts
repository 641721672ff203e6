import type { Artifact } from "../../compiler/emitter.ts";
import type { App } from "../../compiler/environment/app.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { isGce } from "../parts/guarded-paths.ts";
import { orderedCertificates } from "./certificate.ts";
import { firewallEntries } from "./firewall-entries.ts";
import { internalWays, openWays } from "./ingress-rules.ts";
import { appMetadata, nameLabel, selectorLabels } from "./labels.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";
import { callersByPort } from "./measuring-callers.ts";
import { isCalled, portName } from "./workload.ts";

export const DEFAULT_DENY = "default-deny";
export const ACME_SOLVER = "acme-solver";

/** The port on which cert-manager's solver answers. */
const SOLVER_PORT = 8089;

export const networkPolicies = (environment: Environment): readonly Artifact[] => [
  ...acmeSolver(environment),
  defaultDeny(environment),
  ...environment.apps.flatMap((app) => appPolicy(environment, app)),
];

const policy = (metadata: YamlNode, podSelector: YamlNode, ingress?: readonly YamlNode[]) => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata,
  spec: { podSelector, policyTypes: ["Ingress"], ingress },
});

const defaultDeny = (environment: Environment): Artifact =>
  manifest(
    `${DEFAULT_DENY}.network-policy.yaml`,
    environment.at,
    ruled("kubernetes-default-deny", environment.at, policy({ name: DEFAULT_DENY }, {})),
  );

/** An app that nobody calls has no policy of its own, since the default denies. */
function appPolicy(environment: Environment, app: App): readonly Artifact[] {
  const ingress = [...callers(environment, app), ...outside(environment, app), ...firewallEntries(environment, app)];
  if (ingress.length === 0) return [];
  const body = policy(appMetadata(app), { matchLabels: selectorLabels(app.name) }, ingress);
  return [manifest(`${app.name}.network-policy.yaml`, app.at, traced(body, { rule: "kubernetes-policy", at: app.at }))];
}

/** The apps whose settings refer to this one, and those that measure. */
function callers(environment: Environment, app: App): readonly YamlNode[] {
  const readers = isCalled(app)
    ? environment.reach.filter(({ to }) => to.section === "apps" && to.name === app.name)
    : [];
  return callersByPort(environment, app, readers).map(({ port, callers: all }) => {
    const from = all.map(({ from: name, origins }) =>
      traced({ podSelector: { matchLabels: { [nameLabel]: name } } }, ...origins),
    );
    return traced({ from, ports: [{ port }] }, ...all.flatMap(({ origins }) => origins));
  });
}

/** Whoever may ask for the routes of an app. */
function outside(environment: Environment, app: App): readonly YamlNode[] {
  if (!isCalled(app)) return [];
  const at = [...app.at, "routes"];
  const ports = [{ port: portName }];
  const inside = environment.networks.map(({ cidr }) => ({ ipBlock: { cidr } }));
  return [
    ...(openWays(app).length > 0 ? [opened(environment, app, ports)] : []),
    ...(internalWays(app).length > 0 && inside.length > 0
      ? [ruled("kubernetes-internal-route", at, { from: inside, ports })]
      : []),
  ];
}

function opened(environment: Environment, app: App, ports: YamlNode): YamlNode {
  const at = [...app.at, "routes"];
  if (!environment.ingresses.every(isGce)) return ruled("kubernetes-routed", at, { ports });
  return ruled("kubernetes-gce-sources", at, { from: googleBalancers.map((cidr) => ({ ipBlock: { cidr } })), ports });
}

/** From where Google's balancers and health checks come: https://cloud.google.com/load-balancing/docs/health-check-concepts#ip-ranges */
const googleBalancers = ["35.191.0.0/16", "130.211.0.0/22"] as const;

function acmeSolver(environment: Environment): readonly Artifact[] {
  const [certificate] = orderedCertificates(environment);
  if (certificate === undefined) return [];
  const pods = { matchLabels: { "acme.cert-manager.io/http01-solver": "true" } };
  const body = policy({ name: ACME_SOLVER }, pods, [{ ports: [{ port: SOLVER_PORT }] }]);
  return [
    manifest(
      `${ACME_SOLVER}.network-policy.yaml`,
      certificate.at,
      ruled("kubernetes-acme-solver", certificate.at, body),
    ),
  ];
}
