import type { Certificate } from "../../../compiler/environment/certificate.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, type Reference, reference, template } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { lowerFixed } from "../lower.ts";
import { resourceName } from "./addresses.ts";
import { needs } from "./services.ts";

/** Certificates of the provider, which is sure of a host once its record leads to the balancer. */
export const certificates = (environment: Environment): readonly Block[] => {
  const managed = environment.certificates.filter(
    ({ issuer, hosts }) => issuer.value === "provider" && hosts.length > 0,
  );
  return [
    ...managed.flatMap((certificate) => [hosts(environment, certificate), certificateBlock(environment, certificate)]),
    ...policy(environment),
  ];
};

export const certificateId = ({ name }: Certificate): Reference =>
  reference(`google_compute_managed_ssl_certificate.${identifier(name)}.id`);

const hostsLocal = ({ name }: Certificate): string => identifiers(name, "hosts");

const hosts = (environment: Environment, certificate: Certificate): Block =>
  because(
    [{ at: certificate.at }],
    block(["locals"], { [hostsLocal(certificate)]: certificate.hosts.map((host) => lowerFixed(environment, host)) }),
  );

/** Other hosts make another certificate, which is there before the old one goes, and so by another name. */
function certificateBlock(environment: Environment, certificate: Certificate): Block {
  const list = reference(`local.${hostsLocal(certificate)}`);
  const short = call("substr", call("sha256", call("join", ",", list)), 0, 8);
  const successor = by("replace-before-destroy", certificate.at);
  const name = resourceName(environment, certificate.at, certificate.name);
  return because(
    [{ at: certificate.at }],
    block(
      ["resource", "google_compute_managed_ssl_certificate", identifier(certificate.name)],
      {
        name: traced(template(name, "-", short), { at: certificate.at }, successor),
        depends_on: needs(certificate.at, "compute"),
      },
      [
        block(["managed"], { domains: list }),
        because([successor], block(["lifecycle"], { create_before_destroy: true })),
      ],
    ),
  );
}

export const tlsPolicy = reference("google_compute_ssl_policy.modern.id");

/** How balancers speak TLS, once for all. */
function policy(environment: Environment): readonly Block[] {
  const balancer = environment.loadBalancers.find(({ certificate }) => certificate !== undefined);
  if (balancer === undefined) return [];
  const { at } = balancer;
  return [
    because(
      [by("modern-tls", at)],
      block(["resource", "google_compute_ssl_policy", "modern"], {
        name: resourceName(environment, at, "modern"),
        profile: "MODERN",
        min_tls_version: "TLS_1_2",
        depends_on: needs(at, "compute"),
      }),
    ),
  ];
}
