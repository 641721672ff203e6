import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Text } from "../../../compiler/environment/text.ts";
import type { DnsRecord, Zone } from "../../../compiler/environment/zone.ts";
import { by } from "../../../compiler/rules.ts";
import {
  type Block,
  because,
  block,
  call,
  type Expression,
  operation,
  reference,
  template,
} from "../../../formats/hcl/tree.ts";
import { ORIGINS, tracedBy } from "../../../formats/origin.ts";
import { dnsSection } from "../dns-section.ts";
import { hostLabel, type NamedMachines, recordLabel, type ServedHost } from "../host-records.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { type IngressHost, ingressHosts } from "../ingress-hosts.ts";
import { lowerFixed, scalar } from "../lower.ts";
import { machineSelf } from "../machine-self.ts";
import { balancerReference, ingressReference, machines, resourceName, zoneDomain, zoneName } from "./addresses.ts";
import { machineAddress } from "./attributes.ts";
import { endpoints } from "./endpoints.ts";
import { recordValue } from "./record-values.ts";
import { needs } from "./services.ts";

/** Google looks zones up by a name that only they who made them know, so they are found by their domain here. */
function existingZones({ zones }: Environment): readonly Block[] {
  const existing = zones.find(({ managed }) => !managed.value);
  if (existing === undefined) return [];
  const { at } = existing;
  return [because([{ at }], block(["data", "google_dns_managed_zones", "all"], { depends_on: needs(at, "dns") }))];
}

function zoneBlock(environment: Environment, zone: Zone): Block {
  const { at, id, name, domain, managed } = zone;
  if (managed.value)
    return because(
      [{ at }],
      block(["resource", "google_dns_managed_zone", identifier(name)], {
        name: id === undefined ? resourceName(environment, at, name) : lowerFixed(environment, id),
        dns_name: tracedBy(template(lowerFixed(environment, domain), "."), lowerFixed(environment, domain)),
        depends_on: needs(at, "dns"),
      }),
    );
  return because(
    [by("google-zone-by-domain", at)],
    block(["locals"], { [identifiers(name, "zone")]: found(environment, zone) }),
  );
}

const found = (environment: Environment, zone: Zone): Expression =>
  call(
    "one",
    operation`[for zone in ${reference("data.google_dns_managed_zones.all.managed_zones")} : zone.name if zone.dns_name == ${zoneDomain(environment, zone)} && zone.visibility == "public"]`,
  );

const recordBlock = (environment: Environment, zone: Zone, record: DnsRecord): Block =>
  because(
    [{ at: record.at }],
    block(["resource", "google_dns_record_set", recordLabel(zone, record)], {
      managed_zone: zoneName(zone),
      name:
        record.name === "@"
          ? zoneDomain(environment, zone)
          : template(`${record.name}.`, zoneDomain(environment, zone)),
      type: record.type,
      ttl: scalar(record.ttl),
      rrdatas: record.values.map((value) => recordValue(environment, record, value)),
    }),
  );

const hostRecord = (environment: Environment, { balancer, host, zone }: ServedHost): Block =>
  because(host[ORIGINS], addressRecord(environment, host, zone, balancerReference(balancer)));

const addressRecord = (environment: Environment, host: Text, zone: Zone, address: Expression): Block =>
  block(["resource", "google_dns_record_set", hostLabel(host)], {
    managed_zone: zoneName(zone),
    name: template(lowerFixed(environment, host), "."),
    type: "A",
    ttl: scalar(zone.ttl),
    rrdatas: [address],
  });

/** The names of machines. */
const machineRecord = (environment: Environment, group: InstanceGroup, { hostname, zone }: NamedMachines): Block =>
  because(
    [{ at: [...group.at, "hostname"] }],
    block(["resource", "google_dns_record_set", identifiers(group.name, "machines")], {
      count: scalar(group.count),
      managed_zone: zoneName(zone),
      name: template(lowerFixed(environment, hostname, machineSelf(group)), "."),
      type: "A",
      ttl: scalar(zone.ttl),
      rrdatas: [reference(`${machines(group)}[count.index].${machineAddress(group)}`)],
    }),
  );

const names = dnsSection({
  zone: zoneBlock,
  record: (environment, zone, record) => [recordBlock(environment, zone, record)],
  host: hostRecord,
  machines: machineRecord,
});

/** The names of ingresses. */
const ingressRecord = (environment: Environment, { ingress, host, zone }: IngressHost): Block =>
  because(host[ORIGINS], addressRecord(environment, host, zone, ingressReference(ingress)));

/** Zones are found before what stands in them; names of Cloud Endpoints stand in none. */
export function dns(environment: Environment): readonly Block[] {
  const zones = environment.zones.filter(({ kind }) => kind.value === "provider");
  const within: Environment = { ...environment, zones };
  return [
    ...existingZones(within),
    ...names(within),
    ...ingressHosts(within).map((served) => ingressRecord(within, served)),
    ...endpoints(environment),
  ];
}
