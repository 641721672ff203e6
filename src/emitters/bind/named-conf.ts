import type { Environment } from "../../compiler/environment/environment.ts";
import type { BindZone } from "../../compiler/environment/zone.ts";
import { by } from "../../compiler/rules.ts";
import {
  because,
  block,
  clause,
  keyword,
  type NamedDocument,
  named,
  type Statement,
} from "../../formats/named/tree.ts";
import { ORIGINS, traced } from "../../formats/origin.ts";
import { keyName, stateFolder } from "./state.ts";
import type { ServedZone } from "./zones.ts";

/** The server: whom it answers, what it asks others, and its zones. */
export function namedConf(environment: Environment, zones: readonly ServedZone[]): NamedDocument {
  const [first] = zones;
  const at = first?.of.at ?? [];
  const keys = [...new Set(zones.map(({ of }) => of))].filter(({ dynamic }) => dynamic !== undefined);
  return named([
    because(
      [by("bind-lan", at)],
      block("acl", ["lan"], [clause("localhost"), clause("localnets"), ...networks(environment)]),
    ),
    options(environment, at, first === undefined ? "/var/cache/bind" : stateFolder(environment, first.of)),
    ...keys.map((zone) =>
      because([...(zone.dynamic?.key[ORIGINS] ?? []), by("bind-key", at)], clause("include", `${keyName(zone)}.key`)),
    ),
    ...zones.map((zone) => zoneClause(zone)),
  ]);
}

const networks = ({ networks }: Environment): readonly Statement[] =>
  networks.map(({ cidr }) => because(cidr[ORIGINS], clause(cidr.value)));

function options(environment: Environment, at: BindZone["at"], folder: string): Statement {
  const routers = environment.networks.flatMap(({ gateway }) => (gateway === undefined ? [] : [gateway]));
  const lan = [clause("lan")];
  return because(
    [by("bind-lan", at)],
    block(
      "options",
      [],
      [
        clause("directory", folder),
        block("allow-query", [], lan),
        block("allow-recursion", [], lan),
        because([by("bind-quiet", at)], block("allow-transfer", [], [clause("none")])),
        because([by("bind-quiet", at)], clause("version", keyword("none"))),
        ...(routers.length === 0
          ? []
          : [
              because(
                [by("bind-forward", at)],
                block(
                  "forwarders",
                  [],
                  routers.map((gateway) => because(gateway[ORIGINS], clause(gateway.value))),
                ),
              ),
            ]),
      ],
    ),
  );
}

function zoneClause({ domain, isDynamic, of }: ServedZone): Statement {
  // What is registered lies in the server's own folder, what is written here in that of its configuration.
  const file = isDynamic ? `db.${domain}` : `/etc/bind/db.${domain}`;
  const update = of.dynamic === undefined || !isDynamic ? [] : [updates(of)];
  return because(
    [{ at: of.at }],
    block(
      "zone",
      [traced(domain, ...of.domain[ORIGINS])],
      [clause("type", keyword("master")), clause("file", file), ...update],
    ),
  );
}

const updates = (of: BindZone): Statement =>
  because(of.dynamic?.key[ORIGINS] ?? [], block("allow-update", [], [clause("key", keyName(of))]));
