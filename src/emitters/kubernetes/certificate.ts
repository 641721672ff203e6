import type { Artifact } from "../../compiler/emitter.ts";
import type { Certificate } from "../../compiler/environment/certificate.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { Ingress } from "../../compiler/environment/ingress.ts";
import { literal } from "../../compiler/environment/text.ts";
import type { Traced } from "../../formats/origin.ts";
import type { YamlNode } from "../../formats/yaml/tree.ts";
import { isGce } from "../parts/guarded-paths.ts";
import { servedCertificates, tlsSecretName } from "../parts/served-certificates.ts";
import { manifest } from "./manifest.ts";
import { ruled } from "./ruled.ts";

/** The Secret that the ingress controller reads a certificate from. */
export const tlsSecret = (certificate: Certificate): Traced<string> =>
  ruled("kubernetes-certificate-secret", certificate.at, tlsSecretName(certificate));

/** The Secret in which cert-manager keeps the account that a certificate is ordered with. */
export const accountSecret = ({ name }: Certificate): string => `${name}-account`;

/** The certificates that cert-manager orders; others are put into their Secret by those who deploy. */
export const orderedCertificates = (environment: Environment): readonly Certificate[] =>
  servedCertificates(environment).filter(({ issuer }) => issuer.value === "letsencrypt");

export const certificateObjects = (environment: Environment): readonly Artifact[] =>
  orderedCertificates(environment).flatMap((certificate) => [
    manifest(`${certificate.name}.certificate.yaml`, certificate.at, certificateObject(environment, certificate)),
    manifest(`${certificate.name}.issuer.yaml`, certificate.at, issuer(environment, certificate)),
  ]);

const certificateObject = ({ ingresses }: Environment, certificate: Certificate): YamlNode => ({
  apiVersion: "cert-manager.io/v1",
  kind: "Certificate",
  metadata: {
    name: certificate.name,
    annotations: ingresses.some((ingress) => isGce(ingress) && ingress.certificate?.name === certificate.name)
      ? ruled("kubernetes-gce-first-certificate", certificate.at, {
          "cert-manager.io/issue-temporary-certificate": "true",
        })
      : undefined,
  },
  spec: {
    secretName: tlsSecret(certificate),
    dnsNames: certificate.hosts.map(literal),
    issuerRef: ruled("kubernetes-acme", certificate.at, { kind: "Issuer", name: certificate.name }),
  },
});

/** Google's controller gives each Ingress an address of its own, so that the challenge is answered by the one that is there. */
const solver = (ingress: Ingress): YamlNode =>
  isGce(ingress)
    ? ruled("kubernetes-gce-challenge", ingress.at, { name: ingress.name })
    : { ingressClassName: ingress.class };

const issuer = ({ ingresses }: Environment, certificate: Certificate): YamlNode => ({
  apiVersion: "cert-manager.io/v1",
  kind: "Issuer",
  metadata: { name: certificate.name },
  spec: {
    acme: ruled("kubernetes-acme", certificate.at, {
      server: "https://acme-v02.api.letsencrypt.org/directory",
      email: certificate.email,
      privateKeySecretRef: { name: accountSecret(certificate) },
      solvers: ingresses
        .filter((ingress) => ingress.certificate?.name === certificate.name)
        .slice(0, 1)
        .map((ingress) => ({ http01: { ingress: solver(ingress) } })),
    }),
  },
});
