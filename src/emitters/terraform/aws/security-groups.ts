import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Named } from "../../../compiler/environment/located.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import type { Network } from "../../../compiler/environment/network.ts";
import { type Block, because, block } from "../../../formats/hcl/tree.ts";
import type { Guarded } from "../guarded.ts";
import { securityGroupLabel, securityGroupName, vpcId } from "./addresses.ts";
import { controlPlaneTraffic } from "./cluster-access.ts";
import { databaseTraffic } from "./traffic/databases.ts";
import { firewallTraffic } from "./traffic/firewall.ts";
import { loadBalancerTraffic } from "./traffic/load-balancers.ts";
import { machineTraffic } from "./traffic/machines.ts";
import { distinct, trafficRule } from "./traffic/rule.ts";

/** A group for each element that takes part in traffic, and a rule for each way that something may be reached. */
export const securityGroups = (environment: Environment): readonly Block[] => [
  ...environment.loadBalancers.map((each) => group(environment, "loadBalancer", each, "Load balancer")),
  ...environment.instances.map((each) => group(environment, "instances", each, "Machines")),
  ...environment.databases.map((each) => group(environment, "database", each, "Database")),
  ...distinct([
    ...loadBalancerTraffic(environment),
    ...machineTraffic(environment),
    ...databaseTraffic(environment),
    ...firewallTraffic(environment),
  ]).map(trafficRule),
  ...controlPlaneTraffic(environment),
];

type Grouped = Named & { readonly network: Network };

function group(environment: Environment, section: Guarded, element: Grouped, noun: string): Block {
  const name = sharedName(environment, { ...element, name: securityGroupName(section, element.name) });
  return because(
    [{ at: element.at }],
    block(["resource", "aws_security_group", securityGroupLabel(section, element.name)], {
      name,
      description: `${noun} ${element.name}`,
      vpc_id: vpcId(element.network),
    }),
  );
}
