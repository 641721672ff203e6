import type { Artifact } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { literal } from "../../../compiler/environment/text.ts";
import { isGce } from "../../parts/guarded-paths.ts";
import { manifest } from "../manifest.ts";
import { ruled } from "../ruled.ts";

/** The certificates that Google signs and renews for its balancers. */
export const managedCertificates = ({ certificates, ingresses }: Environment): readonly Artifact[] =>
  certificates
    .filter(
      ({ name, issuer }) =>
        issuer.value === "provider" &&
        ingresses.some((ingress) => isGce(ingress) && ingress.certificate?.name === name),
    )
    .map(({ name, at, hosts }) =>
      manifest(
        `${name}.managed-certificate.yaml`,
        at,
        ruled("kubernetes-gce-certificate", at, {
          apiVersion: "networking.gke.io/v1",
          kind: "ManagedCertificate",
          metadata: { name },
          spec: { domains: hosts.map(literal) },
        }),
      ),
    );
