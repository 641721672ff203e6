import type { SpecPath } from "../../formats/origin.ts";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { Environment } from "../environment/environment.ts";
import { placeOf } from "../environment/written.ts";
import type { DnsRecord, Zone } from "../environment/zone.ts";
import { domainOf, isWithin, knownHost } from "./hosts.ts";

/** What zones hold agrees with itself, and with the hosts that get their records from routes. */
export const recordsAreConsistent: Check = function* (environment) {
  const served = servedHosts(environment);
  for (const zone of environment.zones)
    for (const record of zone.records) {
      yield* repeated(zone, record);
      yield* alone(record);
      yield* contradicted(zone, record, served);
    }
};

function repeated(zone: Zone, { name, at }: DnsRecord): readonly Diagnostic[] {
  const domain = domainOf(zone);
  return isWithin(name, domain) ? [diagnose("record-repeats-zone", { at, part: "key" }, { name, domain })] : [];
}

function alone({ name, at, type, values }: DnsRecord): readonly Diagnostic[] {
  if (type.value !== "CNAME") return [];
  if (name === "@")
    return [diagnose("cname-not-alone", [...at, "type"], { problem: "the apex of a zone has records of its own" })];
  if (values.length === 1) return [];
  return [diagnose("cname-not-alone", [...at, "values"], { problem: `this one has ${values.length} values` })];
}

interface Served {
  readonly app: string;
  readonly at: SpecPath;
}

/** Other types, such as TXT, may stand beside an address. */
function contradicted(zone: Zone, { name, at, type }: DnsRecord, served: ReadonlyMap<string, Served>) {
  const host = name === "@" ? domainOf(zone) : `${name}.${domainOf(zone)}`;
  const owner = served.get(host);
  if (owner === undefined || (type.value !== "A" && type.value !== "CNAME")) return [];
  const related = [{ place: { at: owner.at }, message: "by this route" }];
  return [diagnose("record-taken", { at, part: "key" }, { name: host, owner: `apps.${owner.app}` }, related)];
}

/** The hosts that balancers serve, to which their records lead. */
const servedHosts = ({ loadBalancers }: Environment): ReadonlyMap<string, Served> =>
  new Map(
    loadBalancers.flatMap((balancer) =>
      balancer.apps.flatMap(({ name, routes }) =>
        routes.map(({ host }) => [knownHost(host) ?? "", { app: name, at: placeOf(host) }] as const),
      ),
    ),
  );
