import type { Certificate } from "../../compiler/environment/certificate.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { environmentName } from "../../compiler/environment/naming.ts";
import { by } from "../../compiler/rules.ts";
import { traced } from "../../formats/origin.ts";
import type { TemplateValue } from "../../formats/text/template.ts";
import { isAwaited } from "../parts/awaited-apps.ts";
import { deployedApps, isOneOff } from "../parts/kubernetes-jobs.ts";
import { type RequiredObject, requiredObjects } from "../parts/kubernetes-required-object.ts";
import { handedCertificates, tlsSecretName } from "../parts/served-certificates.ts";
import { jqObject, jqString, jqValue } from "./jq.ts";
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
    objects: requiredObjects(environment).map((object) => objectView(environment, namespace.value, object)),
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
