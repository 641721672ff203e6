import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { RuleId } from "../../compiler/rules.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import { type SpecPath, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { isGce } from "../parts/guarded-paths.ts";
import { operatedDatabases } from "../parts/operated-databases.ts";
import { keptLogs } from "../parts/cluster-agents.ts";
import { monitoredByApps, prometheusFolder } from "../parts/prometheus.ts";
import { requiredObjects } from "../parts/kubernetes-required-object.ts";
import { handedCertificates, tlsSecretName } from "../parts/served-certificates.ts";
import { orderedCertificates } from "./certificate.ts";
import { createCommand, tlsCommand } from "./deployer-command.ts";
import { exportConfigMaps } from "./exports/index.ts";
import { redirects } from "./ingress.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";

/** What `kubectl apply -k` reads: the other files, and what all objects have in common. */
export const kustomization = (environment: Environment, resources: readonly Artifact[]): Artifact =>
  manifest(
    "kustomization.yaml",
    environment.at,
    ruled("kubernetes-kustomization", environment.at, {
      ...body(environment, resources, configurations(environment)),
      configMapGenerator: listed(exportConfigMaps(environment)),
    }),
    needs(environment),
  );

/** Objects that are applied by themselves, in a folder of their own. */
export const folder = (
  environment: Environment,
  { name, at, rule, namespace, configMaps = [] }: Folder,
  resources: readonly Artifact[],
): readonly Artifact[] => [
  manifest(
    `${name}/kustomization.yaml`,
    at,
    ruled(rule, at, {
      ...body(environment, resources),
      ...(namespace === undefined ? {} : { namespace }),
      configMapGenerator: listed(configMaps),
    }),
  ),
  ...resources.map((resource) => ({ ...resource, path: `${name}/${resource.path}` })),
];

/** Why objects are applied by themselves, and where. */
export interface Folder {
  readonly name: string;
  readonly at: SpecPath;
  readonly rule: RuleId;
  /** Undefined is that of the apps. */
  readonly namespace?: string;
  readonly configMaps?: readonly YamlNode[];
}

const body = (environment: Environment, resources: readonly Artifact[], parts: readonly YamlNode[] = []) => ({
  apiVersion: "kustomize.config.k8s.io/v1beta1",
  kind: "Kustomization",
  namespace: environmentName(environment),
  labels: [{ includeSelectors: false, includeTemplates: true, pairs: commonLabels(environment) }],
  resources: [...resources.map(({ path, at }) => traced(path, { at })), ...parts],
});

const listed = (nodes: readonly YamlNode[]): YamlNode => (nodes.length === 0 ? undefined : nodes);

/** The folders that make the ConfigMaps of Prometheus. */
const configurations = (environment: Environment): readonly YamlNode[] =>
  monitoredByApps(environment).map((monitoring) =>
    traced(`../prometheus/${prometheusFolder(environment, monitoring)}`.replace(/\/$/, ""), { at: monitoring.at }),
  );

const commonLabels = (environment: Environment): YamlNode => ({
  "app.kubernetes.io/instance": environmentName(environment),
  "app.kubernetes.io/managed-by": "specc",
  "app.kubernetes.io/part-of": environment.name,
});

/** What must be there beside these files, for the people who apply them. */
function needs(environment: Environment): string | undefined {
  const paragraphs = [...prerequisites(environment), ...lateBound(environment)];
  return paragraphs.length === 0 ? undefined : paragraphs.join("\n\n");
}

function prerequisites(environment: Environment): readonly string[] {
  const ordered = orderedCertificates(environment).length > 0;
  const silent = environment.ingresses.some(
    (ingress) => ingress.certificate !== undefined && !isGce(ingress) && !redirects.has(ingress.class?.value ?? ""),
  );
  return [
    ...(ordered ? ["The cluster needs cert-manager, which orders the certificates."] : []),
    ...(operatedDatabases(environment).length > 0
      ? ["The cluster needs CloudNativePG, which runs the databases."]
      : []),
    ...(keptLogs(environment).length > 0
      ? ["The cluster needs the operator of Elastic, which keeps the logs of `agents`."]
      : []),
    ...(silent ? ["Whether HTTP is redirected to HTTPS is a setting of the ingress controller."] : []),
  ];
}

function lateBound(environment: Environment): readonly string[] {
  const namespace = environmentName(environment).value;
  const commands = [
    ...requiredObjects(environment).flatMap((object) => createCommand(environment, namespace, object)),
    ...handedCertificates(environment).map((certificate) =>
      tlsCommand(namespace, tlsSecretName(certificate), certificate.name),
    ),
  ];
  if (commands.length === 0) return [];
  return [
    "These objects hold what only the deployment knows. In this folder, make them before `kubectl apply -k .`:",
    ["kubectl apply -f namespace.yaml", ...commands].map((line) => `  ${line}`).join("\n"),
  ];
}
