import type { Certificate } from "../../../compiler/environment/certificate.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Text } from "../../../compiler/environment/text.ts";
import type { Zone } from "../../../compiler/environment/zone.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, operation, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { zoneOf } from "../zones.ts";
import { zoneId } from "./addresses.ts";
import { lower } from "./lower.ts";
import { nameTag } from "./tags.ts";

/** Certificates of the provider, each with the records that prove that its hosts are ours. */
export const certificates = (environment: Environment): readonly Block[] =>
  environment.certificates
    .filter(({ issuer, hosts }) => issuer.value === "provider" && hosts.length > 0)
    .flatMap((certificate) => [
      certificateBlock(environment, certificate),
      ...validationRecords(environment, certificate),
      validation(environment, certificate),
    ]);

function certificateBlock(environment: Environment, certificate: Certificate): Block {
  const [first, ...others] = certificate.hosts.map((host) => lower(environment, host));
  return because(
    [{ at: certificate.at }],
    block(
      ["resource", "aws_acm_certificate", identifier(certificate.name)],
      {
        domain_name: first,
        subject_alternative_names: others.length === 0 ? undefined : others,
        validation_method: traced("DNS", by("validated-by-dns", certificate.at)),
        tags: nameTag(environment, certificate),
      },
      [because([by("replace-before-destroy", certificate.at)], block(["lifecycle"], { create_before_destroy: true }))],
    ),
  );
}

interface HostsOfZone {
  readonly zone: Zone;
  readonly hosts: readonly Text[];
}

const hostsByZone = (environment: Environment, { hosts }: Certificate): readonly HostsOfZone[] =>
  environment.zones
    .map((zone) => ({ zone, hosts: hosts.filter((host) => zoneOf(environment, host)?.name === zone.name) }))
    .filter((group) => group.hosts.length > 0);

function validationRecords(environment: Environment, certificate: Certificate): readonly Block[] {
  const groups = hostsByZone(environment, certificate);
  return groups.map(({ zone, hosts }) => {
    const chosen = groups.length === 1 ? undefined : hosts.map((host) => lower(environment, host));
    return because(
      [by("validated-by-dns", certificate.at)],
      block(["resource", "aws_route53_record", recordLabel(certificate, zone, groups.length)], {
        for_each: options(certificate, chosen),
        zone_id: zoneId(zone),
        name: reference("each.value.resource_record_name"),
        type: reference("each.value.resource_record_type"),
        records: [reference("each.value.resource_record_value")],
        ttl: 60,
        // A wildcard and its domain are proved by the same record.
        allow_overwrite: true,
      }),
    );
  });
}

const recordLabel = ({ name }: Certificate, zone: Zone, zones: number): string =>
  zones === 1 ? `${identifier(name)}_validation` : identifiers(name, "validation", zone.name);

function options({ name }: Certificate, chosen: readonly Expression[] | undefined): Expression {
  const all = reference(`aws_acm_certificate.${identifier(name)}.domain_validation_options`);
  if (chosen === undefined) return operation`{ for option in ${all} : option.domain_name => option }`;
  return operation`{ for option in ${all} : option.domain_name => option if ${call("contains", chosen, reference("option.domain_name"))} }`;
}

function validation(environment: Environment, certificate: Certificate): Block {
  const groups = hostsByZone(environment, certificate);
  const names = groups.map(
    ({ zone }): Expression =>
      operation`[for record in ${reference(`aws_route53_record.${recordLabel(certificate, zone, groups.length)}`)} : record.fqdn]`,
  );
  return because(
    [by("validated-by-dns", certificate.at)],
    block(["resource", "aws_acm_certificate_validation", identifier(certificate.name)], {
      certificate_arn: reference(`aws_acm_certificate.${identifier(certificate.name)}.arn`),
      validation_record_fqdns: names.length === 1 ? names[0] : call("concat", ...names),
    }),
  );
}
