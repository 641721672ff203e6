import type { Artifact } from "../../../compiler/emitter.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Ingress } from "../../../compiler/environment/ingress.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import { literal } from "../../../compiler/environment/text.ts";
import { traced } from "../../../formats/origin.ts";
import type { YamlNode } from "../../../formats/yaml/tree.ts";
import { ingressRules, openWays, tlsEntry, type Way } from "../ingress-rules.ts";
import { manifest } from "../manifest.ts";
import { ruled } from "../ruled.ts";
import { isCalled } from "../workload.ts";

/** Each Ingress is a balancer with an address of its own, so that all apps share one. */
export function gceIngress(environment: Environment, ingress: Ingress): readonly Artifact[] {
  const ways = ingress.apps.filter(isCalled).flatMap(openWays).toSorted(byLength);
  if (ways.length === 0) return [];
  const { certificate } = ingress;
  const isOrdered = certificate !== undefined && certificate.issuer.value !== "provider";
  return [
    manifest(
      `${ingress.name}.ingress.yaml`,
      ingress.at,
      traced(
        {
          apiVersion: "networking.k8s.io/v1",
          kind: "Ingress",
          metadata: { name: ingress.name, annotations: annotations(environment, ingress) },
          spec: { tls: isOrdered ? [tlsEntry(certificate, ways)] : undefined, rules: ingressRules(ways) },
        },
        { at: ingress.at },
      ),
    ),
  ];
}

/** Readers look for the path that wins first. */
const byLength = (left: Way, right: Way): number => lengthOf(right) - lengthOf(left);

const lengthOf = ({ route }: Way): number => literal(route.path).value.length;

function annotations(environment: Environment, ingress: Ingress): YamlNode {
  const { certificate } = ingress;
  return {
    "kubernetes.io/ingress.class": ruled("kubernetes-gce-class", ingress.at, ingress.class?.value),
    "kubernetes.io/ingress.global-static-ip-name": ruled(
      "kubernetes-gce-address",
      ingress.at,
      sharedName(environment, ingress).value,
    ),
    "networking.gke.io/managed-certificates":
      certificate?.issuer.value === "provider"
        ? ruled("kubernetes-gce-certificate", certificate.at, certificate.name)
        : undefined,
    "networking.gke.io/v1beta1.FrontendConfig":
      certificate && ruled("kubernetes-https-redirect", certificate.at, ingress.name),
  };
}
