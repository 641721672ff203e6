import type { Certificate } from "../../compiler/environment/certificate.ts";
import type { Environment } from "../../compiler/environment/environment.ts";

/** The certificates that an ingress of this environment serves with. */
export const servedCertificates = ({ certificates, ingresses }: Environment): readonly Certificate[] =>
  certificates.filter(({ name }) => ingresses.some(({ certificate }) => certificate?.name === name));

/** Those that nobody in the cluster orders, so that the deployer puts them there. */
export const handedCertificates = (environment: Environment): readonly Certificate[] =>
  servedCertificates(environment).filter(({ issuer }) => issuer.value === "provider");

/** The Secret that an ingress controller reads a certificate from. */
export const tlsSecretName = ({ name }: Certificate): string => `${name}-tls`;
