import type { Artifact } from "../../../compiler/emitter.ts";
import type { Ingress } from "../../../compiler/environment/ingress.ts";
import { manifest } from "../manifest.ts";
import { ruled } from "../ruled.ts";

/** With a certificate HTTP is sent on to HTTPS. */
export const frontendConfig = ({ name, at, certificate }: Ingress): readonly Artifact[] =>
  certificate === undefined
    ? []
    : [
        manifest(
          `${name}.frontend-config.yaml`,
          at,
          ruled("kubernetes-https-redirect", certificate.at, {
            apiVersion: "networking.gke.io/v1beta1",
            kind: "FrontendConfig",
            metadata: { name },
            spec: { redirectToHttps: { enabled: true, responseCodeName: "MOVED_PERMANENTLY_DEFAULT" } },
          }),
        ),
      ];
