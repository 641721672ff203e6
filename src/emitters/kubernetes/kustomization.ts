import type { Artifact } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import { type SpecPath, traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { isGce } from "../parts/guarded-paths.ts";
import { requiredObjects } from "../parts/kubernetes-required-object.ts";
import { handedCertificates, tlsSecretName } from "../parts/served-certificates.ts";
import { orderedCertificates } from "./certificate.ts";
import { createCommand, tlsCommand } from "./deployer-command.ts";
import { redirects } from "./ingress.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";

/** What `kubectl apply -k` reads: the other files, and what all objects have in common. */
export const kustomization = (environment: Environment, resources: readonly Artifact[]): Artifact =>
  manifest(
    "kustomization.yaml",
    environment.at,
    ruled("kubernetes-kustomization", environment.at, body(environment, resources)),
    needs(environment),
  );

/** Objects that are applied by themselves, in a folder of their own. */
export const folder = (
  environment: Environment,
  name: string,
  at: SpecPath,
  resources: readonly Artifact[],
): readonly Artifact[] => [
  manifest(`${name}/kustomization.yaml`, at, ruled("kubernetes-on-demand", at, body(environment, resources))),
  ...resources.map((resource) => ({ ...resource, path: `${name}/${resource.path}` })),
];

const body = (environment: Environment, resources: readonly Artifact[]): YamlNode => ({
  apiVersion: "kustomize.config.k8s.io/v1beta1",
  kind: "Kustomization",
  namespace: environmentName(environment),
  labels: [{ includeSelectors: false, includeTemplates: true, pairs: commonLabels(environment) }],
  resources: resources.map(({ path, at }) => traced(path, { at })),
});

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
