import type { Environment } from "../../../compiler/environment/environment.ts";
import type { Network } from "../../../compiler/environment/network.ts";
import { by, type RuleId } from "../../../compiler/rules.ts";
import { type Block, because, block, call, type Expression, reference } from "../../../formats/hcl/tree.ts";
import { ORIGINS, type Origins, traced } from "../../../formats/origin.ts";
import { identifier } from "../identifiers.ts";
import { type Reachability, subnet, subnetLabel, vpcId } from "./addresses.ts";
import { nameTag } from "./tags.ts";

const everywhere = "0.0.0.0/0";

/** How the subnets of a network reach the internet. */
export const routing = (environment: Environment, network: Network): readonly Block[] => [
  ...publicRouting(environment, network),
  ...gateways(environment, network),
  ...privateRouting(environment, network),
];

function publicRouting(environment: Environment, network: Network): readonly Block[] {
  const label = subnetLabel(network, "public");
  return [
    because(
      [by("internet-access", network.at)],
      block(["resource", "aws_internet_gateway", identifier(network.name)], {
        vpc_id: vpcId(network),
        tags: nameTag(environment, network),
      }),
    ),
    routeTable(environment, network, "public", undefined),
    because(
      [by("internet-access", network.at)],
      block(["resource", "aws_route", `${label}_internet`], {
        route_table_id: reference(`aws_route_table.${label}.id`),
        destination_cidr_block: everywhere,
        gateway_id: reference(`aws_internet_gateway.${identifier(network.name)}.id`),
      }),
    ),
    associations(network, "public", false),
  ];
}

/** One in each zone costs more and survives the loss of a zone. */
const inEachZone = ({ nat }: Network): boolean => nat.value === "per-zone";

const perZone = (network: Network): Expression | undefined =>
  inEachZone(network)
    ? traced(call("length", reference(subnet(network, "private"))), ...natOrigins(network))
    : undefined;

const natOrigins = ({ nat, at }: Network): Origins => [...nat[ORIGINS], by("nat-access", at)];

function gateways(environment: Environment, network: Network): readonly Block[] {
  if (network.nat.value === "none") return [];
  const label = identifier(network.name);
  const index = inEachZone(network) ? "[count.index]" : "";
  const tags = nameTag(environment, { ...network, name: `${network.name}-nat` });
  return [
    because(
      natOrigins(network),
      block(["resource", "aws_eip", `${label}_nat`], { count: perZone(network), domain: "vpc", tags }),
    ),
    because(
      natOrigins(network),
      block(["resource", "aws_nat_gateway", label], {
        count: perZone(network),
        allocation_id: reference(`aws_eip.${label}_nat${index}.id`),
        subnet_id: reference(`${subnet(network, "public")}[${inEachZone(network) ? "count.index" : "0"}].id`),
        tags,
        // The gateway works only once the network has a way out.
        depends_on: [reference(`aws_internet_gateway.${label}`)],
      }),
    ),
  ];
}

function privateRouting(environment: Environment, network: Network): readonly Block[] {
  const table = routeTable(environment, network, "private", perZone(network));
  const link = associations(network, "private", inEachZone(network));
  return network.nat.value === "none" ? [table, link] : [table, natRoute(network), link];
}

export const natRouteAddress = (network: Network): string => `aws_route.${subnetLabel(network, "private")}_nat`;

function natRoute(network: Network): Block {
  const index = inEachZone(network) ? "[count.index]" : "";
  return because(
    natOrigins(network),
    block(["resource", "aws_route", `${subnetLabel(network, "private")}_nat`], {
      count: perZone(network),
      route_table_id: reference(`aws_route_table.${subnetLabel(network, "private")}${index}.id`),
      destination_cidr_block: everywhere,
      nat_gateway_id: reference(`aws_nat_gateway.${identifier(network.name)}${index}.id`),
    }),
  );
}

const ruleOf: Readonly<Record<Reachability, RuleId>> = { public: "internet-access", private: "nat-access" };

const routeTable = (
  environment: Environment,
  network: Network,
  reachability: Reachability,
  count: Expression | undefined,
): Block =>
  because(
    [by(ruleOf[reachability], network.at)],
    block(["resource", "aws_route_table", subnetLabel(network, reachability)], {
      count,
      vpc_id: vpcId(network),
      tags: nameTag(environment, { ...network, name: `${network.name}-${reachability}` }),
    }),
  );

const associations = (network: Network, reachability: Reachability, tablePerZone: boolean): Block =>
  because(
    [by(ruleOf[reachability], network.at)],
    block(["resource", "aws_route_table_association", subnetLabel(network, reachability)], {
      count: call("length", reference(subnet(network, reachability))),
      subnet_id: reference(`${subnet(network, reachability)}[count.index].id`),
      route_table_id: reference(
        `aws_route_table.${subnetLabel(network, reachability)}${tablePerZone ? "[count.index]" : ""}.id`,
      ),
    }),
  );
