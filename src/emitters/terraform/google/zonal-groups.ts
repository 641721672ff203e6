import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { type Block, because, block, call, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { type Backend, backendsOn } from "../backends.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { zonesLocal } from "../zones-of-network.ts";
import { zonalGroups as address, machines, networkId, resourceName } from "./addresses.ts";
import { countOf } from "./machine-place.ts";

/** The machines of a fixed group by zone, as balancers take them; nothing where no balancer does. */
export function zonalGroups(environment: Environment, group: InstanceGroup): readonly Block[] {
  const ports = namedPorts(environment, group);
  return ports.length === 0 ? [] : [zonalGroup(environment, group, ports), membership(group)];
}

function zonalGroup(environment: Environment, group: InstanceGroup, ports: readonly Block[]): Block {
  const name = resourceName(environment, group.at, group.name);
  return because(
    [{ at: group.at }],
    block(
      ["resource", "google_compute_instance_group", identifier(group.name)],
      {
        count: scalar(group.network.zones),
        name: traced(template(name, "-", reference("count.index")), ...name[ORIGINS]),
        zone: reference(`local.${zonesLocal(group.network)}[count.index]`),
        network: networkId(group.network),
      },
      ports,
    ),
  );
}

/** Google strikes a machine that goes off its group, so that its successor is written in by a resource of its own. */
const membership = (group: InstanceGroup): Block =>
  because(
    [{ at: group.at }],
    block(["resource", "google_compute_instance_group_membership", identifier(group.name)], {
      count: countOf(group),
      instance_group: call("element", reference(`${address(group)}[*].name`), reference("count.index")),
      zone: reference(`${machines(group)}[count.index].zone`),
      instance: reference(`${machines(group)}[count.index].self_link`),
    }),
  );

/** How balancers call the ports of a group's machines. */
export function namedPorts(environment: Environment, group: InstanceGroup): readonly Block[] {
  const byName = new Map(backendsOn(environment, group).map((backend) => [backend.name, backend]));
  return [...byName.values()].map(namedPort);
}

const namedPort = ({ name, port, at }: Backend): Block =>
  because([{ at }], block(["named_port"], { name, port: scalar(port) }));
