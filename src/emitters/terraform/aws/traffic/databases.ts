import type { Database } from "../../../../compiler/environment/database.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import { by } from "../../../../compiler/rules.ts";
import { reference } from "../../../../formats/hcl/tree.ts";
import { callersByGroup, callingPools, listed } from "../../callers.ts";
import { providedClusters } from "../../clusters.ts";
import type { Member } from "../../guarded.ts";
import { identifiers } from "../../identifiers.ts";
import { database } from "../addresses.ts";
import { clusterGroupId } from "../cluster-addresses.ts";
import { groupLabel, onePort, type Traffic } from "./rule.ts";

/** A database is reached from the groups whose apps use it, and reaches nobody. */
export const databaseTraffic = (environment: Environment): readonly Traffic[] =>
  environment.databases.flatMap((each) => [...fromMachines(environment, each), ...fromClusters(environment, each)]);

function fromMachines(environment: Environment, each: Database): readonly Traffic[] {
  const target: Member = { section: "database", name: each.name };
  return callersByGroup(environment, "database", each.name).map(({ caller, callers, origins }) => ({
    direction: "ingress",
    label: `${groupLabel(target)}_from_${groupLabel({ section: "instances", name: caller.name })}`,
    group: target,
    peer: { member: { section: "instances", name: caller.name } },
    ports: onePort(reference(`${database(each)}.port`)),
    description: `${each.engine.value} from ${listed(callers)} on ${caller.name}`,
    origins: [...origins, by("private-database", each.at)],
  }));
}

/** The nodes of a cluster are of one security group, so what runs on any of them is let through once. */
function fromClusters(environment: Environment, each: Database): readonly Traffic[] {
  const target: Member = { section: "database", name: each.name };
  const calling = callingPools(environment, "database", each.name);
  return providedClusters(environment).flatMap((cluster) => {
    const [first] = calling.filter(({ caller }) => cluster.nodes.some(({ name }) => name === caller.name));
    if (first === undefined) return [];
    return [
      {
        direction: "ingress",
        label: identifiers(groupLabel(target), "from", cluster.name, "cluster"),
        group: target,
        peer: { securityGroup: clusterGroupId(cluster) },
        ports: onePort(reference(`${database(each)}.port`)),
        description: `${each.engine.value} from ${listed(first.callers)} on ${cluster.name}`,
        origins: [...first.origins, by("private-database", each.at)],
      },
    ];
  });
}
