import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Block } from "../../../formats/hcl/tree.ts";
import { databaseTraffic } from "./traffic/databases.ts";
import { firewallTraffic } from "./traffic/firewall.ts";
import { loadBalancerTraffic } from "./traffic/load-balancers.ts";
import { machineTraffic } from "./traffic/machines.ts";
import { type Traffic, trafficRule } from "./traffic/rule.ts";

/** A rule for each way that something may be reached. */
export const firewall = (environment: Environment): readonly Block[] =>
  allTraffic(environment).map((traffic) => trafficRule(environment, traffic));

export const allTraffic = (environment: Environment): readonly Traffic[] => [
  ...loadBalancerTraffic(environment),
  ...machineTraffic(environment),
  ...databaseTraffic(environment),
  ...firewallTraffic(environment),
];
