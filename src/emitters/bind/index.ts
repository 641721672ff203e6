import { type Artifact, type Emitter, following } from "../../compiler/emitter.ts";
import type { Environment } from "../../compiler/environment/environment.ts";
import type { BindZone } from "../../compiler/environment/zone.ts";
import { headerOf } from "../../compiler/header.ts";
import { by } from "../../compiler/rules.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { filled, type Template } from "../../formats/text/template.ts";
import { knownText } from "../parts/known-text.ts";
import { recordsAreServed } from "./checks/records-are-served.ts";
import { namedConf } from "./named-conf.ts";
import { fixedAddress, serversOf } from "./names.ts";
import { keyName, machineFolder } from "./state.ts";
import { prepareSh, registerSh } from "./templates.gen.ts";
import { type ServedZone, servedZones } from "./zones.ts";

/** A name server of ours: its configuration, its zones, and the scripts of those that register themselves. */
export const bind: Emitter = {
  target: "bind",
  title: "BIND",
  support: { ...following, "dns.bind": "emits", "apps.hostname": "emits", secrets: "emits" },
  accompanies: ({ bindZones }) => bindZones.length > 0,
  checks: [recordsAreServed],
  emit(environment) {
    const zones = environment.bindZones.flatMap((zone) => servedZones(environment, zone));
    return [
      { path: "named.conf", at: zones[0]?.of.at ?? environment.at, document: namedConf(environment, zones) },
      ...zones.map(({ domain, document, of }) => ({ path: `db.${domain}`, at: of.at, document })),
      ...environment.bindZones.flatMap((zone) => (zone.dynamic === undefined ? [] : scripts(environment, zone, zones))),
    ];
  },
};

/** A star is letters, digits and dashes. */
const pattern = ({ dynamic, domain }: BindZone): string => {
  const names = (dynamic?.names ?? []).map(({ value }) => `${value}.${knownText(domain)}`);
  const expressions = names.map((name) => name.replaceAll(".", "\\.").replaceAll("*", "[a-z0-9-]+"));
  return `^(${expressions.join("|")})$`;
};

function scripts(environment: Environment, zone: BindZone, zones: readonly ServedZone[]): readonly Artifact[] {
  const [server] = serversOf(environment, zone);
  const address = server && fixedAddress(server);
  const values = {
    header: headerOf(environment),
    key: traced(keyName(zone), ...(zone.dynamic?.key[ORIGINS] ?? [])),
    folder: machineFolder(environment, zone),
    zones: zones.filter(({ of, isDynamic }) => of === zone && isDynamic).map(({ domain }) => domain),
    server: address ?? "127.0.0.1",
    domain: traced(knownText(zone.domain), ...zone.domain[ORIGINS]),
    names: (zone.dynamic?.names ?? []).map((name) => ({ ...name, value: `${name.value}.${knownText(zone.domain)}` })),
    pattern: pattern(zone),
    ttl: zone.ttl,
  };
  const script = (path: string, template: Template): Artifact => ({
    path,
    at: zone.dynamic?.at ?? zone.at,
    document: filled(template, values, [by("bind-key", zone.at)]),
    executable: true,
  });
  return [script("prepare.sh", prepareSh), script("register.sh", registerSh)];
}
