import type { Database } from "../../../../compiler/environment/database.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import { by } from "../../../../compiler/rules.ts";
import { reference } from "../../../../formats/hcl/tree.ts";
import { callersByGroup, listed } from "../../callers.ts";
import type { Member } from "../../guarded.ts";
import { database } from "../addresses.ts";
import { groupLabel, onePort, type Traffic } from "./rule.ts";

/** A database is reached from the groups whose apps use it, and reaches nobody. */
export const databaseTraffic = (environment: Environment): readonly Traffic[] =>
  environment.databases.flatMap((each) => fromMachines(environment, each));

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
