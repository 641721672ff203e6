import type { Database } from "../../../compiler/environment/database.ts";
import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Peer } from "../../../compiler/environment/firewall-rule.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { ORIGINS, type Origins } from "../../../formats/origin.ts";
import { callersByGroup, callingPools } from "../callers.ts";
import { providedClusters } from "../clusters.ts";
import { memberOf } from "../guarded.ts";
import { identifier } from "../identifiers.ts";
import { resourceName } from "../resource-name.ts";
import { cluster as kubernetes, database as cluster, groupTag, nobodyLabel, vpc } from "./addresses.ts";

/** Who may connect to a database; one without rules is open to everybody, so where nobody may, a tag that no machine has. */
export function databaseFirewall(environment: Environment, each: Database): readonly Block[] {
  const sources = [...readers(environment, each), ...clusters(environment, each), ...fromRules(environment, each)];
  const byClosed = [by("closed-database", each.at)];
  const nobody = reference(`digitalocean_tag.${nobodyLabel(each)}.name`);
  const admitted = sources.length > 0 ? sources : [{ type: "tag", value: nobody, origins: byClosed } as const];
  return [
    ...(sources.length > 0 ? [] : [because(byClosed, nobodyTag(environment, each))]),
    because(
      [by("private-database", each.at)],
      block(
        ["resource", "digitalocean_database_firewall", identifier(each.name)],
        { cluster_id: reference(`${cluster(each)}.id`) },
        admitted.map(({ type, value, origins }) => because(origins, block(["rule"], { type, value }))),
      ),
    ),
  ];
}

const nobodyTag = (environment: Environment, each: Database): Block =>
  block(["resource", "digitalocean_tag", nobodyLabel(each)], {
    name: resourceName(environment, { ...each, name: `${each.name}-nobody` }),
  });

interface Source {
  readonly type: "tag" | "ip_addr" | "k8s";
  readonly value: Expression;
  readonly origins: Origins;
}

const readers = (environment: Environment, each: Database): readonly Source[] =>
  callersByGroup(environment, "database", each.name).map(({ caller, origins }) => ({
    type: "tag",
    value: groupTag(caller),
    origins: [...origins, by("private-database", each.at)],
  }));

/** A cluster is let through as a whole. */
function clusters(environment: Environment, each: Database): readonly Source[] {
  const calling = callingPools(environment, "database", each.name);
  return providedClusters(environment).flatMap((own): readonly Source[] => {
    const [first] = calling.filter(({ caller }) => own.nodes.some(({ name }) => name === caller.name));
    if (first === undefined) return [];
    const value = reference(`${kubernetes(own)}.id`);
    return [{ type: "k8s", value, origins: [...first.origins, by("private-database", each.at)] }];
  });
}

const fromRules = (environment: Environment, { name }: Database): readonly Source[] =>
  environment.firewall.flatMap(({ to, from }) =>
    to
      .filter(({ value }) => value.section === "database" && value.name === name)
      .flatMap((target) =>
        from.flatMap((peer) =>
          sourcesOf(environment, peer.value).map((source) => ({
            ...source,
            origins: [...peer[ORIGINS], ...target[ORIGINS]],
          })),
        ),
      ),
  );

function sourcesOf(environment: Environment, peer: Peer): readonly Omit<Source, "origins">[] {
  if (peer.kind === "any") return [{ type: "ip_addr", value: "0.0.0.0/0" }];
  if (peer.kind === "cidr") return [{ type: "ip_addr", value: peer.cidr.replace(/\/32$/, "") }];
  if (peer.kind === "internal")
    return environment.networks.map((network) => ({ type: "ip_addr", value: reference(`${vpc(network)}.ip_range`) }));
  const member = memberOf(environment, peer);
  return member?.section === "instances" ? [{ type: "tag", value: groupTag(member) }] : [];
}
