import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { isLiteral, literal, type Text } from "../../../compiler/environment/text.ts";
import type { DnsRecord, Zone } from "../../../compiler/environment/zone.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced, tracedBy } from "../../../formats/origin.ts";
import { dnsSection } from "../dns-section.ts";
import { hostLabel, type NamedMachines, recordLabel, type ServedHost } from "../host-records.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { machineSelf } from "../machine-self.ts";
import { loadBalancer as balancerAddress, machines, zoneId, zoneObject } from "./addresses.ts";
import { lower } from "./lower.ts";

function zoneBlock(environment: Environment, zone: Zone): Block {
  const label = identifier(zone.name);
  const name = lower(environment, zone.domain);
  return because(
    [{ at: zone.at }],
    zone.managed.value
      ? block(["resource", "aws_route53_zone", label], { name })
      : block(
          ["data", "aws_route53_zone", label],
          zone.id === undefined ? { name } : { zone_id: lower(environment, zone.id) },
        ),
  );
}

function recordBlock(environment: Environment, zone: Zone, record: DnsRecord): Block {
  return because(
    [{ at: record.at }],
    block(["resource", "aws_route53_record", recordLabel(zone, record)], {
      zone_id: zoneId(zone),
      name: record.name === "@" ? reference(`${zoneObject(zone)}.name`) : record.name,
      type: record.type,
      ttl: scalar(record.ttl),
      records: record.values.map((value) => recordValue(environment, record, value)),
    }),
  );
}

/** A text record is a list of strings of at most 255 bytes; Terraform writes the outermost quotes itself. */
function recordValue(environment: Environment, { type }: DnsRecord, value: Text): Expression {
  if (type.value !== "TXT" || !isLiteral(value) || value.parts.some((part) => typeof part !== "string"))
    return lower(environment, value);
  const text = literal(value).value;
  return traced((text.match(/.{1,255}/gs) ?? [text]).join('""'), ...value[ORIGINS]);
}

function hostRecord(environment: Environment, { balancer, host, zone }: ServedHost): Block {
  return because(
    host[ORIGINS],
    block(
      ["resource", "aws_route53_record", hostLabel(host)],
      { zone_id: zoneId(zone), name: lower(environment, host), type: "A" },
      [
        because(
          [by("alias-record", balancer.at)],
          block(["alias"], {
            name: reference(`${balancerAddress(balancer)}.dns_name`),
            zone_id: reference(`${balancerAddress(balancer)}.zone_id`),
            evaluate_target_health: true,
          }),
        ),
      ],
    ),
  );
}

/** The names of machines. */
const machineRecord = (environment: Environment, group: InstanceGroup, { hostname, zone }: NamedMachines): Block =>
  because(
    [{ at: [...group.at, "hostname"] }],
    block(["resource", "aws_route53_record", identifiers(group.name, "machines")], {
      count: tracedBy(call("length", reference(machines(group))), group.count),
      zone_id: zoneId(zone),
      name: lower(environment, hostname, machineSelf(group)),
      type: "A",
      ttl: scalar(zone.ttl),
      records: [reference(`${machines(group)}[count.index].${group.public.value ? "public_ip" : "private_ip"}`)],
    }),
  );

export const dns = dnsSection({
  zone: zoneBlock,
  record: (environment, zone, record) => [recordBlock(environment, zone, record)],
  host: hostRecord,
  machines: machineRecord,
});
