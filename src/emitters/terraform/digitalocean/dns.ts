import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { literal, type Text, wholeReference } from "../../../compiler/environment/text.ts";
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
import { ORIGINS, traced, tracedBy } from "../../../formats/origin.ts";
import { dnsSection } from "../dns-section.ts";
import { hostLabel, type NamedMachines, recordLabel, type ServedHost } from "../host-records.ts";
import { identifier, identifiers } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { machineSelf } from "../machine-self.ts";
import type { SelfLowering } from "../platform.ts";
import { workspaceDomain } from "../resource-name.ts";
import { addressAttribute, machines, zoneObject } from "./addresses.ts";
import { attribute } from "./attributes.ts";
import { frontAddress } from "./front.ts";
import { lower } from "./lower.ts";
import { recordData } from "./record-data.ts";

const zoneBlock = (environment: Environment, zone: Zone): Block =>
  because(
    [{ at: zone.at }],
    block([zone.managed.value ? "resource" : "data", "digitalocean_domain", identifier(zone.name)], {
      name: zone.managed.value
        ? workspaceDomain(environment, lower(environment, zone.domain))
        : lower(environment, zone.domain),
    }),
  );

const recordIn = (zone: Zone, label: string, attributes: Block["attributes"]): Block =>
  block(["resource", "digitalocean_record", label], {
    count: attributes.count,
    domain: reference(`${zoneObject(zone)}.name`),
    ...attributes,
  });

/** A record here has one value, so each value makes one. */
const recordBlocks = (environment: Environment, zone: Zone, record: DnsRecord): readonly Block[] =>
  record.values.map((value, index) => {
    const label = recordLabel(zone, record);
    return because(
      [{ at: record.at }],
      recordIn(zone, index === 0 ? label : `${label}_${index + 1}`, {
        name: record.name,
        type: record.type,
        ttl: scalar(record.ttl),
        ...(listedValue(environment, value) ?? recordData(environment, record, value)),
      }),
    );
  });

/** The addresses of several machines are a record each. */
function listedValue(environment: Environment, value: Text): Block["attributes"] | undefined {
  const whole = wholeReference(value);
  if (whole?.kind !== "attribute") return undefined;
  const { isList, value: list } = attribute(environment, whole);
  if (!isList) return undefined;
  return {
    count: traced(call("length", list), ...value[ORIGINS]),
    value: traced(call("element", list, reference("count.index")), ...value[ORIGINS]),
  };
}

const hostRecord = (environment: Environment, { balancer, host, zone }: ServedHost): Block =>
  because(
    host[ORIGINS],
    recordIn(zone, hostLabel(host), {
      name: nameInZone(environment, zone, host),
      type: "A",
      ttl: traced(scalar(zone.ttl), by("host-record", balancer.at)),
      value: traced(frontAddress(balancer), by("host-record", balancer.at)),
    }),
  );

/** The names of machines. */
const machineRecord = (environment: Environment, group: InstanceGroup, { hostname, zone }: NamedMachines): Block =>
  because(
    [{ at: [...group.at, "hostname"] }],
    recordIn(zone, identifiers(group.name, "machines"), {
      count: tracedBy(call("length", reference(machines(group))), group.count),
      name: nameInZone(environment, zone, hostname, machineSelf(group)),
      type: "A",
      ttl: scalar(zone.ttl),
      value: reference(`${machines(group)}[count.index].${addressAttribute(group)}`),
    }),
  );

/** A record is named inside its zone; what an input may change is cut off when Terraform runs. */
function nameInZone(environment: Environment, zone: Zone, host: Text, self?: SelfLowering): Expression {
  const inside = insideZone(zone, host);
  if (inside !== undefined) return lower(environment, inside, self);
  const [whole, domain] = [lower(environment, host, self), reference(`${zoneObject(zone)}.name`)];
  const cut = call("trimsuffix", whole, template(".", domain));
  return traced(operation`${whole} == ${domain} ? "@" : ${cut}`, ...host[ORIGINS]);
}

/** A host without its domain, where no input decides on that. */
function insideZone({ domain }: Zone, host: Text): Text | undefined {
  const last = host.parts.at(-1);
  if (!domain.parts.every((part) => typeof part === "string") || typeof last !== "string") return undefined;
  const name = literal(domain).value;
  if (host.parts.length === 1 && last === name) return { ...host, parts: ["@"] };
  return last.endsWith(`.${name}`)
    ? { ...host, parts: [...host.parts.slice(0, -1), last.slice(0, -name.length - 1)] }
    : undefined;
}

export const dns = dnsSection({
  zone: zoneBlock,
  record: recordBlocks,
  host: hostRecord,
  machines: machineRecord,
});
