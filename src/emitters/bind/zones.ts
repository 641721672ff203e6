import type { Environment } from "../../compiler/environment/environment.ts";
import type { BindZone } from "../../compiler/environment/zone.ts";
import { by } from "../../compiler/rules.ts";
import { derive, ORIGINS, traced } from "../../formats/origin.ts";
import {
  because,
  characters,
  type Datum,
  record,
  type ZoneDocument,
  type ZoneRecord,
  zone,
} from "../../formats/zone/tree.ts";
import { knownText } from "../parts/known-text.ts";
import { domainOf, fixedAddress, type HostName, hostNames, serversOf } from "./names.ts";

/** A zone of the server: the written one, one for names that machines register, or one for addresses. */
export interface ServedZone {
  readonly domain: string;
  readonly document: ZoneDocument;
  /** Machines change it, so that it lies where the server can write. */
  readonly isDynamic: boolean;
  readonly of: BindZone;
}

/** All zones that come of one: its own, those of registered names, and that of the addresses of its names. */
export function servedZones(environment: Environment, of: BindZone): readonly ServedZone[] {
  const domain = domainOf(of);
  const hosts = hostNames(environment, of);
  const suffixes = dynamicSuffixes(of);
  const isOwn = ({ name }: HostName, suffix: string): boolean => name.endsWith(`.${suffix}`);
  const own = hosts.filter((host) => !suffixes.some((suffix) => suffix !== "" && isOwn(host, suffix)));
  const inner = suffixes.filter((suffix) => suffix !== "");
  return [
    {
      of,
      domain,
      isDynamic: suffixes.includes(""),
      document: zoneOf(of, domain, "ns", [
        ...serverAddress(environment, of),
        ...own.map(addressRecord),
        ...inner.map((suffix) => because([by("bind-dynamic", of.at)], record(suffix, "NS", "ns"))),
        ...writtenRecords(of),
      ]),
    },
    ...inner.map((suffix) => ({
      of,
      domain: `${suffix}.${domain}`,
      isDynamic: true,
      document: zoneOf(
        of,
        `${suffix}.${domain}`,
        `ns.${domain}.`,
        hosts
          .filter((host) => isOwn(host, suffix))
          .map((host) => addressRecord({ ...host, name: host.name.slice(0, -suffix.length - 1) })),
      ),
    })),
    ...reverseZones(environment, of, hosts),
  ];
}

/** `node` of `*.node`: what stands behind the first label of the names that are registered. */
export const dynamicSuffixes = ({ dynamic }: BindZone): readonly string[] => [
  ...new Set((dynamic?.names ?? []).map(({ value }) => value.split(".").slice(1).join("."))),
];

const zoneOf = (of: BindZone, domain: string, server: string, records: readonly ZoneRecord[]): ZoneDocument =>
  zone(traced(domain, ...of.domain[ORIGINS]), of.ttl, [
    because([by("bind-soa", of.at)], record("@", "SOA", server, "hostmaster", "1", "3600", "600", "604800", "60")),
    because([by("bind-server", of.at)], record("@", "NS", server)),
    ...records,
  ]);

const serverAddress = (environment: Environment, of: BindZone): readonly ZoneRecord[] =>
  serversOf(environment, of).flatMap((group) => {
    const address = fixedAddress(group);
    return address === undefined ? [] : [because([by("bind-server", of.at)], record("ns", "A", address))];
  });

const addressRecord = ({ name, address, origins }: HostName): ZoneRecord =>
  because(origins, record(name, "A", address));

const writtenRecords = ({ records }: BindZone): readonly ZoneRecord[] =>
  records.flatMap(({ name, type, values, ttl, at }) =>
    values.map((value) =>
      because([{ at }], {
        ...record(name, type.value, ...data(type.value, traced(knownText(value), ...value[ORIGINS]))),
        ttl,
      }),
    ),
  );

const data = (type: string, value: { readonly value: string }): readonly Datum[] =>
  type === "TXT" ? [characters(value.value)] : value.value.split(/\s+/);

/** An address belongs to one name, the machine's own before that of a service. */
function reverseZones(environment: Environment, of: BindZone, hosts: readonly HostName[]): readonly ServedZone[] {
  const machines = [...environment.instances, ...environment.physicalMachines].flatMap(({ hostname }) =>
    hostname === undefined ? [] : [knownText(hostname)],
  );
  const domain = domainOf(of);
  const owned = hosts.filter(({ name }) => machines.includes(`${name}.${domain}`));
  const networks = [...new Set(owned.map(({ address }) => address.value.split(".").slice(0, 3).reverse().join(".")))];
  return networks.sort().map((network) => ({
    of,
    domain: `${network}.in-addr.arpa`,
    isDynamic: false,
    document: zoneOf(
      of,
      `${network}.in-addr.arpa`,
      `ns.${domain}.`,
      owned
        .filter(({ address }) => address.value.split(".").slice(0, 3).reverse().join(".") === network)
        .toSorted((a, b) => lastOctet(a) - lastOctet(b))
        .map((host) =>
          because(
            [...host.origins, by("bind-reverse", of.at)],
            record(
              derive(host.address, () => String(lastOctet(host))),
              "PTR",
              `${host.name}.${domain}.`,
            ),
          ),
        ),
    ),
  }));
}

const lastOctet = ({ address }: HostName): number => Number(address.value.split(".").at(-1));
