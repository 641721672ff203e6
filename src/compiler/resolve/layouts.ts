import { diagnose } from "../diagnostics/diagnostic.ts";
import { addressRange, isInside, networkRange, overlap } from "../environment/address-range.ts";
import type { Dhcp, Layout, Subnet } from "../environment/lan.ts";
import type { DHCP, InstanceGroup, Network as NetworkSpec, Spec, Subnet as SubnetSpec } from "../spec/spec.gen.ts";
import { checkCidr } from "./cidr.ts";
import type { Context } from "./context.ts";
import { requireKeys } from "./kinds.ts";
import { nameOf } from "./members.ts";
import { duration } from "./quantities.ts";
import { flag, quantity, string } from "./read.ts";
import { child, type Element, elements, type Section } from "./section.ts";

/** What a network has that somebody laid out by hand; all of it lies inside the network. */
export function resolveLayout(context: Context, element: Element<NetworkSpec>, cidr: string): Layout {
  const subnets = elements<SubnetSpec>([...element.at, "subnets"], element.value.subnets).flatMap((subnet) =>
    resolveSubnet(context, subnet, cidr),
  );
  refuseOverlaps(context, subnets);
  const gateway = string(context, element, "gateway");
  const fixed = string(context, element, "static");
  const dhcp = resolveDhcp(context, element);
  for (const [key, range] of Object.entries({ gateway, static: fixed, dhcp: dhcp?.range }))
    if (range !== undefined && !isInside(addressRange(range.value), networkRange(cidr)))
      context.report(diagnose("outside-network", [...element.at, key], { addresses: range.value, cidr }));
  if (fixed !== undefined && dhcp !== undefined && overlap(addressRange(fixed.value), addressRange(dhcp.range.value)))
    context.report(diagnose("ranges-overlap", [...dhcp.at, "range"], { one: dhcp.range.value, other: fixed.value }));
  return { subnets, gateway, static: fixed, dhcp };
}

function resolveSubnet(context: Context, element: Element<SubnetSpec>, network: string): readonly Subnet[] {
  const { name, at } = element;
  requireKeys(context, element, `subnets.${name}`, ["cidr"]);
  const cidr = string(context, element, "cidr");
  if (cidr === undefined) return [];
  const pods = string(context, element, "pods");
  const services = string(context, element, "services");
  for (const [key, range] of Object.entries({ cidr, pods, services }))
    if (range !== undefined) checkCidr(context, [...at, key], range.value);
  if (!isInside(networkRange(cidr.value), networkRange(network)))
    context.report(diagnose("outside-network", [...at, "cidr"], { addresses: cidr.value, cidr: network }));
  return [{ name, at, cidr, public: flag(context, element, "public", false), pods, services }];
}

function refuseOverlaps(context: Context, subnets: readonly Subnet[]): void {
  const ranges = subnets.flatMap(({ at, cidr, pods, services }) =>
    Object.entries({ cidr, pods, services }).flatMap(([key, range]) =>
      range === undefined ? [] : [{ at: [...at, key], written: range.value, range: networkRange(range.value) }],
    ),
  );
  for (const [index, one] of ranges.entries()) {
    const other = ranges.slice(0, index).find(({ range }) => overlap(range, one.range));
    if (other !== undefined)
      context.report(diagnose("ranges-overlap", one.at, { one: one.written, other: other.written }));
  }
}

function resolveDhcp(context: Context, network: Element<NetworkSpec>): Dhcp | undefined {
  const section = child(network, "dhcp") as Section<DHCP> | undefined;
  if (section === undefined || section.value.enabled === false) return undefined;
  requireKeys(context, section, `network.${network.name}.dhcp`, ["range"]);
  const range = string(context, section, "range");
  if (range === undefined) return undefined;
  const groups = [{ section: "instances", elements: groupsOf(context.spec.value) }];
  return {
    at: section.at,
    range,
    runsOn: nameOf(context, section, "runsOn", groups),
    dns: nameOf(context, section, "dns", groups),
    lease: quantity(duration)(context, section, "lease", duration("24h")),
  };
}

const groupsOf = (spec: Spec): readonly Element<InstanceGroup>[] =>
  elements<InstanceGroup>(["instances"], spec.instances);
