import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { LoadBalancer } from "../../../compiler/environment/load-balancer.ts";
import { isLiteral, literal, type Text } from "../../../compiler/environment/text.ts";
import type { DnsRecord, Zone } from "../../../compiler/environment/zone.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced, tracedBy } from "../../../formats/origin.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { loadBalancer as balancerAddress, machines, zoneId, zoneObject } from "./addresses.ts";
import { lower } from "./lower.ts";
import { machineSelf } from "./machine-self.ts";
import { zoneOf } from "./zones.ts";

/** Zones, their own records, and those of hosts that stand in them. */
export const dns = (environment: Environment): readonly Block[] => [
  ...environment.zones.flatMap((zone) => [
    zoneBlock(environment, zone),
    ...zone.records.map((record) => recordBlock(environment, zone, record)),
  ]),
  ...hostRecords(environment),
  ...environment.instances.flatMap((group) => machineRecords(environment, group)),
];

function zoneBlock(environment: Environment, zone: Zone): Block {
  const label = identifier(zone.name);
  const name = lower(environment, zone.domain);
  return because(
    [{ at: zone.at }],
    zone.managed.value
      ? block(["resource", "aws_route53_zone", label], { name })
      : block(["data", "aws_route53_zone", label], { name }),
  );
}

function recordBlock(environment: Environment, zone: Zone, record: DnsRecord): Block {
  const label = identifiers(
    zone.name,
    record.name.replace("@", "apex").replace("*", "any").replaceAll(".", "_"),
    record.type.value.toLowerCase(),
  );
  return because(
    [{ at: record.at }],
    block(["resource", "aws_route53_record", label], {
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

/** Each host that balancers serve, once; where two serve it, people come in through the public one. */
function hostRecords(environment: Environment): readonly Block[] {
  const balancers = [...environment.loadBalancers].sort((a, b) => Number(a.internal.value) - Number(b.internal.value));
  const served = balancers.flatMap((balancer) => hostsOf(balancer).map((host) => ({ balancer, host })));
  const once = new Map([...served].reverse().map((each) => [literal(each.host).value, each]));
  return [...once.values()].reverse().flatMap(({ balancer, host }) => hostRecord(environment, balancer, host));
}

const hostsOf = ({ apps }: LoadBalancer): readonly Text[] =>
  apps.flatMap(({ routes }) => routes.map(({ host }) => host));

function hostRecord(environment: Environment, balancer: LoadBalancer, host: Text): readonly Block[] {
  const zone = zoneOf(environment, host);
  if (zone === undefined) return [];
  return [
    because(
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
    ),
  ];
}

/** A host read from a var is named after it, so that another value does not make another record of it. */
const hostLabel = (host: Text): string =>
  host.parts
    .map((part) => (typeof part === "string" ? part : part.kind === "variable" ? part.name : part.kind))
    .join("_")
    .replaceAll("*", "any")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_|_$/g, "")
    .replace(/^[0-9]/, (digit) => `host_${digit}`);

/** The names of machines; those of a scaled group come and go, so they have none. */
function machineRecords(environment: Environment, group: InstanceGroup): readonly Block[] {
  const { hostname, scaling, count } = group;
  const zone = hostname === undefined || scaling !== undefined ? undefined : zoneOfMachines(environment, hostname);
  if (zone === undefined || hostname === undefined) return [];
  const address = group.public.value ? "public_ip" : "private_ip";
  return [
    because(
      [{ at: [...group.at, "hostname"] }],
      block(["resource", "aws_route53_record", identifiers(group.name, "machines")], {
        count: tracedBy(call("length", reference(machines(group))), count),
        zone_id: zoneId(zone),
        name: lower(environment, hostname, machineSelf(group)),
        type: "A",
        ttl: scalar(zone.ttl),
        records: [reference(`${machines(group)}[count.index].${address}`)],
      }),
    ),
  ];
}

/** What follows the last machine's own part tells the zone. */
function zoneOfMachines(environment: Environment, hostname: Text): Zone | undefined {
  const parts = hostname.parts.map((part) => (typeof part === "object" && part.kind === "self" ? "x" : part));
  return zoneOf(environment, { ...hostname, parts });
}
