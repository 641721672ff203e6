import type { Certificate } from "../../compiler/environment/certificate.ts";
import type { DatabaseUser, SelfHostedDatabase } from "../../compiler/environment/database.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import { literal, type Part, type Text } from "../../compiler/environment/text.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { isAwaited } from "../parts/awaited-apps.ts";
import { agentsNamespace } from "../parts/prometheus.ts";
import { deployedApps, isOneOff } from "../parts/kubernetes-jobs.ts";
import { hasAgents } from "../parts/cluster-agents.ts";
import { composedSecret } from "../parts/composed-secret.ts";
import { operatedDatabases, userSecretName } from "../parts/operated-databases.ts";
import { type PrivateRegistry, privateRegistries, pullSecretName } from "../parts/pull-secrets.ts";
import { type RequiredObject, requiredObjects } from "../parts/kubernetes-required-object.ts";
import { handedCertificates, tlsSecretName } from "../parts/served-certificates.ts";
import { jqObject, jqString, jqText, jqValue } from "./jq.ts";
import { kubernetesWaves } from "./kubernetes-waves.ts";
import type { LateBound } from "./late-bound.ts";
import { selects } from "./selects.ts";

const kinds = { configMap: "ConfigMap", secret: "Secret" } as const;
const fields = { configMap: "data", secret: "stringData" } as const;

/** The objects that must be there before the manifests are applied, and what to wait for. */
export function kubernetesView(environment: Environment): TemplateValue {
  if (!selects(environment, "kubernetes")) return undefined;
  const namespace = environmentName(environment);
  return {
    namespace,
    agents: hasAgents(environment) ? agentsNamespace(environment) : undefined,
    objects: [
      ...requiredObjects(environment).map((object) => objectView(environment, namespace.value, object)),
      ...operatedDatabases(environment).flatMap((database) =>
        database.users.flatMap((user) => userSecret(environment, namespace.value, database, user)),
      ),
      ...privateRegistries(environment).map((registry) => pullSecret(environment, namespace.value, registry)),
    ],
    certificates: handedCertificates(environment).map(certificateView),
    jobs: deployedApps(environment)
      .filter(isOneOff)
      .map(({ name, at }) => traced(name, { at })),
    isAwaiting: deployedApps(environment).some((app) => isOneOff(app) && isAwaited(environment, app)),
    waves: kubernetesWaves(environment),
  };
}

function objectView({ at }: Environment, namespace: string, { kind, name, entries }: RequiredObject): TemplateValue {
  const values = [...entries].flatMap(([key, { reference }]) =>
    isLateBound(reference) ? [[key, jqValue(reference)] as const] : [],
  );
  const program = jqObject([
    ["apiVersion", jqString("v1")],
    ["kind", jqString(kinds[kind])],
    [
      "metadata",
      jqObject([
        ["name", jqString(name)],
        ["namespace", jqString(namespace)],
      ]),
    ],
    [fields[kind], jqObject(values, 2)],
  ]);
  return traced(program, by("runbook-values", at));
}

/** The name and password of a database's further user, as the operator reads them. */
function userSecret(
  environment: Environment,
  namespace: string,
  database: SelfHostedDatabase,
  user: DatabaseUser,
): readonly TemplateValue[] {
  if (user.password === undefined) return [];
  const program = jqObject([
    ["apiVersion", jqString("v1")],
    ["kind", jqString("Secret")],
    [
      "metadata",
      jqObject([
        ["name", jqString(userSecretName(database, user))],
        ["namespace", jqString(namespace)],
      ]),
    ],
    ["type", jqString("kubernetes.io/basic-auth")],
    [
      "stringData",
      jqObject([
        ["username", jqString(user.name)],
        ["password", jqText(lowered(environment, user.password))],
      ]),
    ],
  ]);
  return [traced(program, { at: user.at }, by("runbook-values", user.at))];
}

/** What the kubelet signs in to a registry with, in the form of Docker's own file. */
function pullSecret(environment: Environment, namespace: string, registry: PrivateRegistry): TemplateValue {
  const { login, url, at } = registry;
  const sign = jqObject([
    ["username", jqText(lowered(environment, login.user))],
    ["password", jqText(lowered(environment, login.password))],
  ]);
  const server = serverOf(literal(url).value);
  const program = jqObject([
    ["apiVersion", jqString("v1")],
    ["kind", jqString("Secret")],
    [
      "metadata",
      jqObject([
        ["name", jqString(pullSecretName(registry))],
        ["namespace", jqString(namespace)],
      ]),
    ],
    ["type", jqString("kubernetes.io/dockerconfigjson")],
    ["stringData", jqObject([[".dockerconfigjson", `({"auths": {${jqString(server)}: ${sign}}} | tojson)`]], 2)],
  ]);
  return traced(program, by("runbook-values", at));
}

/** Docker's own registry goes by an older name. */
function serverOf(url: string): string {
  const [host = ""] = url.split("/");
  return host === "docker.io" ? "https://index.docker.io/v1/" : host;
}

/** A composed secret is taken apart, since its parts alone are kept. */
const lowered = (environment: Environment, { parts }: Text): readonly Part[] =>
  parts.flatMap((part) => {
    const composed =
      typeof part === "object" && part.kind === "secret" ? composedSecret(environment, part.name) : undefined;
    return composed === undefined ? [part] : lowered(environment, composed);
  });

const isLateBound = (reference: { readonly kind: string }): reference is LateBound =>
  reference.kind === "secret" || reference.kind === "attribute";

const certificateView = (certificate: Certificate): TemplateValue =>
  traced<TemplateValue>(
    { name: certificate.name, secret: tlsSecretName(certificate), ...certificateVariables(certificate) },
    { at: certificate.at },
  );

/** The deployer's variables that name the files of a certificate and its key. */
export function certificateVariables({ name }: Certificate): { readonly certificate: string; readonly key: string } {
  const word = name.toUpperCase().replaceAll("-", "_");
  return { certificate: `TLS_${word}_CERTIFICATE`, key: `TLS_${word}_KEY` };
}
