import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { type Block, because, block, operation, reference, template } from "../../../formats/hcl/tree.ts";
import { ORIGINS, traced } from "../../../formats/origin.ts";
import { type Backend, backendsOn } from "../backends.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { machines, networkId, resourceName, zonesLocal } from "./addresses.ts";

/** The machines of a fixed group by zone, as balancers take them; nothing where no balancer does. */
export function zonalGroups(environment: Environment, group: InstanceGroup): readonly Block[] {
  const ports = namedPorts(environment, group);
  if (ports.length === 0) return [];
  const name = resourceName(environment, group.at, group.name);
  const zone = reference(`local.${zonesLocal(group.network)}[count.index]`);
  return [
    because(
      [{ at: group.at }],
      block(
        ["resource", "google_compute_instance_group", identifier(group.name)],
        {
          count: scalar(group.network.zones),
          name: traced(template(name, "-", reference("count.index")), ...name[ORIGINS]),
          zone,
          // A zone without a machine tells no network by itself.
          network: networkId(group.network),
          instances: operation`[for machine in ${reference(machines(group))} : machine.self_link if machine.zone == ${zone}]`,
        },
        ports,
      ),
    ),
  ];
}

/** How balancers call the ports of a group's machines. */
export function namedPorts(environment: Environment, group: InstanceGroup): readonly Block[] {
  const byName = new Map(backendsOn(environment, group).map((backend) => [backend.name, backend]));
  return [...byName.values()].map(namedPort);
}

const namedPort = ({ name, port, at }: Backend): Block =>
  because([{ at }], block(["named_port"], { name, port: scalar(port) }));
