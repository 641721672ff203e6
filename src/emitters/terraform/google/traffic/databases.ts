import type { Database } from "../../../../compiler/environment/database.ts";
import type { Environment } from "../../../../compiler/environment/environment.ts";
import type { Network } from "../../../../compiler/environment/network.ts";
import { by } from "../../../../compiler/rules.ts";
import { type Expression, reference, template } from "../../../../formats/hcl/tree.ts";
import { traced } from "../../../../formats/origin.ts";
import { callersByGroup, callingPools, listed } from "../../callers.ts";
import { database, serviceAccountEmail, servicesLocal } from "../addresses.ts";
import { isJoined } from "../network.ts";
import { onePort, type Traffic } from "./rule.ts";

/** A database stands outside of the network's firewall, so machines are kept from calling it; those that use it may. */
export const databaseTraffic = (environment: Environment): readonly Traffic[] => [
  ...environment.networks.filter((each) => isJoined(environment, each)).map(kept),
  ...environment.databases.flatMap((each) => readers(environment, each)),
];

/** Comes after all rules that let somebody through. */
const lastPriority = 65000;

const kept = (network: Network): Traffic => ({
  words: [network.name, "databases"],
  at: network.at,
  network,
  description: "Databases to nobody else",
  ends: {
    direction: "EGRESS",
    priority: lastPriority,
    destination_ranges: [reference(`local.${servicesLocal(network)}`)],
  },
  ports: [{ action: "deny", protocol: "all" }],
  origins: [by("private-database", network.at)],
});

export const addressOf = (each: Database): Expression =>
  template(reference(`${database(each)}.private_ip_address`), "/32");

function readers(environment: Environment, each: Database): readonly Traffic[] {
  const calling = [
    ...callersByGroup(environment, "database", each.name),
    ...callingPools(environment, "database", each.name),
  ];
  if (calling.length === 0) return [];
  return [
    {
      words: [each.name, "readers"],
      at: each.at,
      network: each.network,
      description: `${each.engine.value} from ${listed(calling.flatMap(({ callers }) => callers))}`,
      ends: {
        direction: "EGRESS",
        destination_ranges: [addressOf(each)],
        target_service_accounts: calling.map(({ caller, origins }) => traced(serviceAccountEmail(caller), ...origins)),
      },
      ports: [onePort(each.port)],
      origins: [...calling.flatMap(({ origins }) => origins), by("private-database", each.at)],
    },
  ];
}
