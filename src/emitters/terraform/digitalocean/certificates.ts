import type { Certificate } from "../../../compiler/environment/certificate.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import type { Zone } from "../../../compiler/environment/zone.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { zoneOf } from "../zones.ts";
import { zoneObject } from "./addresses.ts";
import { lower } from "./lower.ts";

/** Certificates that DigitalOcean gets from Let's Encrypt and renews: those of the provider, and those of its balancers. */
export const isSignedHere = ({ loadBalancers }: Environment, { name, issuer }: Certificate): boolean =>
  issuer.value === "provider" ||
  (issuer.value === "letsencrypt" && loadBalancers.some(({ certificate }) => certificate?.name === name));

export const certificates = (environment: Environment): readonly Block[] =>
  environment.certificates
    .filter((certificate) => isSignedHere(environment, certificate) && certificate.hosts.length > 0)
    .flatMap((certificate) => [hostsLocal(environment, certificate), certificateBlock(environment, certificate)]);

const hostsName = ({ name }: Certificate): string => identifiers(name, "certificate", "hosts");

const hostsLocal = (environment: Environment, certificate: Certificate): Block =>
  because(
    [{ at: certificate.at }],
    block(["locals"], { [hostsName(certificate)]: certificate.hosts.map((host) => lower(environment, host)) }),
  );

/** Names are unique, and a successor stands beside its predecessor until the balancer has it. */
function certificateName(environment: Environment, certificate: Certificate): Expression {
  const shared = sharedName(environment, certificate);
  const hosts = call("join", ",", reference(`local.${hostsName(certificate)}`));
  return traced(
    template(shared, "-", call("substr", call("sha256", hosts), 0, 8)),
    ...shared[ORIGINS],
    by("replace-before-destroy", certificate.at),
  );
}

function certificateBlock(environment: Environment, certificate: Certificate): Block {
  const zones = managedZones(environment, certificate).map((zone) => reference(zoneObject(zone)));
  return because(
    [{ at: certificate.at }],
    block(
      ["resource", "digitalocean_certificate", identifier(certificate.name)],
      {
        name: certificateName(environment, certificate),
        type: traced("lets_encrypt", by("provider-signs", certificate.at)),
        domains: reference(`local.${hostsName(certificate)}`),
        depends_on: zones.length === 0 ? undefined : traced(zones, by("validated-by-dns", certificate.at)),
      },
      [because([by("replace-before-destroy", certificate.at)], block(["lifecycle"], { create_before_destroy: true }))],
    ),
  );
}

const managedZones = (environment: Environment, { hosts }: Certificate): readonly Zone[] =>
  environment.zones.filter(
    (zone) => zone.managed.value && hosts.some((host) => zoneOf(environment, host)?.name === zone.name),
  );
