import type { Certificate } from "../../compiler/environment/certificate.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import { isGce } from "./guarded-paths.ts";

/** The certificates that an ingress of this environment serves with. */
export const servedCertificates = ({ certificates, ingresses }: Environment): readonly Certificate[] =>
  certificates.filter(({ name }) => ingresses.some(({ certificate }) => certificate?.name === name));

/** Those that nobody in the cluster orders, so that the deployer puts them there; Google's controller has its own signed. */
export const handedCertificates = ({ certificates, ingresses }: Environment): readonly Certificate[] =>
  certificates.filter(
    ({ name, issuer }) =>
      issuer.value === "provider" && ingresses.some((ingress) => !isGce(ingress) && ingress.certificate?.name === name),
  );

/** The Secret that an ingress controller reads a certificate from. */
export const tlsSecretName = ({ name }: Certificate): string => `${name}-tls`;
