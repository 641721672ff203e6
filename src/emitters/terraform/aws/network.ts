import type { Environment } from "../../../compiler/environment/environment.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import type { Network } from "../../../compiler/environment/network.ts";
import { by } from "../../../compiler/rules.ts";
import {
  type Block,
  because,
  block,
  call,
  type Expression,
  object,
  operation,
  reference,
  template,
} from "../../../formats/hcl/tree.ts";
import { traced, tracedBy } from "../../../formats/origin.ts";
import { providedClusters } from "../clusters.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { networkZones, zonesLocal } from "../zones-of-network.ts";
import { type Reachability, subnetLabel, vpc, vpcId } from "./addresses.ts";
import { routing } from "./routing.ts";
import { nameTag } from "./tags.ts";

export const network = (environment: Environment): readonly Block[] =>
  environment.networks.length === 0
    ? []
    : [...availableZones(environment), ...environment.networks.flatMap((each) => networkBlocks(environment, each))];

const availableZones = ({ provider, at }: Environment): readonly Block[] =>
  provider?.zones !== undefined
    ? []
    : [
        because(
          [by("available-zones", provider?.at ?? at)],
          block(["data", "aws_availability_zones", "available"], { state: "available" }, [
            block(["filter"], { name: "opt-in-status", values: ["opt-in-not-required"] }),
          ]),
        ),
      ];

const networkBlocks = (environment: Environment, each: Network): readonly Block[] => [
  zones(environment, each),
  virtualNetwork(environment, each),
  closedDefaultGroup(each),
  subnets(environment, each, "public"),
  subnets(environment, each, "private"),
  ...routing(environment, each),
];

/** Those that the spec names, else the first that the region has. */
const zones = ({ provider }: Environment, each: Network): Block =>
  because(
    [{ at: each.at }],
    block(
      ["locals"],
      provider?.zones === undefined
        ? networkZones(each, "data.aws_availability_zones.available.names")
        : { [zonesLocal(each)]: provider.zones.slice(0, each.zones.value) },
    ),
  );

const virtualNetwork = (environment: Environment, each: Network): Block =>
  because(
    [{ at: each.at }],
    block(["resource", "aws_vpc", identifier(each.name)], {
      cidr_block: scalar(each.cidr),
      enable_dns_hostnames: traced(true, by("dns-inside", each.at)),
      tags: nameTag(environment, each),
    }),
  );

const closedDefaultGroup = (each: Network): Block =>
  because(
    [by("closed-default-group", each.at)],
    block(["resource", "aws_default_security_group", identifier(each.name)], { vpc_id: vpcId(each) }),
  );

/** A network is cut into sixteenths; private subnets begin in the second half. */
const subnetBits = 4;
const firstPrivate = 8;

function subnets(environment: Environment, each: Network, reachability: Reachability): Block {
  const byLayout = by("subnet-layout", each.at);
  const index: Expression =
    reachability === "public" ? reference("count.index") : operation`${reference("count.index")} + ${firstPrivate}`;
  const zone = reference(`local.${zonesLocal(each)}[count.index]`);
  return because(
    [{ at: each.at }],
    block(["resource", "aws_subnet", subnetLabel(each, reachability)], {
      count: tracedBy(call("length", reference(`local.${zonesLocal(each)}`)), each.zones),
      vpc_id: vpcId(each),
      availability_zone: zone,
      cidr_block: traced(call("cidrsubnet", reference(`${vpc(each)}.cidr_block`), subnetBits, index), byLayout),
      tags: object({
        Name: template(sharedName(environment, { ...each, name: `${each.name}-${reachability}` }), "-", zone),
        ...balancerTags(environment, each, reachability),
      }),
    }),
  );
}

/** By these tags controllers of a cluster find where balancers belong. */
const balancerTags = (
  environment: Environment,
  { name }: Network,
  reachability: Reachability,
): Readonly<Record<string, Expression>> =>
  Object.fromEntries(
    providedClusters(environment)
      .filter(({ first }) => first.network.name === name)
      .slice(0, 1)
      .map(({ at }) => [
        `kubernetes.io/role/${reachability === "public" ? "elb" : "internal-elb"}`,
        traced("1", by("eks-balancer-subnets", at)),
      ]),
  );
