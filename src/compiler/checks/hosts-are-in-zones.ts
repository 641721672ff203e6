import type { ORIGINS } from "../../formats/origin.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Check } from "../emitter.ts";
import type { Route } from "../environment/app.ts";
import type { Environment } from "../environment/environment.ts";
import type { Text } from "../environment/text.ts";
import { placeOf } from "../environment/written.ts";
import { domainOf, exampleHost, isWithin, knownHost } from "./hosts.ts";

/** Who writes zones expects records of all hosts in them. */
export const hostsAreInZones: Check = function* (environment) {
  const domains = environment.zones.map(domainOf);
  if (domains.length === 0) return;
  for (const { host, place } of hostsOf(environment))
    if (!domains.some((domain) => isWithin(host, domain)))
      yield diagnose("host-outside-zones", placeOf(place), { host, zones: domains });
};

interface Host {
  readonly host: string;
  readonly place: { readonly [ORIGINS]: Text[typeof ORIGINS] };
}

const hostsOf = ({ apps, instances }: Environment): readonly Host[] => [
  ...apps
    .flatMap(({ routes }) => routes.filter((route) => !isProvedByRecord(route)))
    .flatMap(({ host }) =>
      [knownHost(host)].flatMap((known) => (known === undefined ? [] : [{ host: known, place: host }])),
    ),
  ...instances.flatMap(({ hostname }) =>
    hostname === undefined ? [] : [{ host: exampleHost(hostname), place: hostname }].filter(isQualified),
  ),
];

/** Whoever signs such a certificate asks for the zone already. */
const isProvedByRecord = ({ certificate }: Route): boolean => certificate?.issuer.value === "provider";

/** A bare `vm-1` is no name of DNS. */
const isQualified = ({ host }: Host): boolean => host.includes(".");
