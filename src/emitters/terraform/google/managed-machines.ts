import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import type { Scaling } from "../../../compiler/environment/scaling.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, type Expression, operation, reference } from "../../../formats/hcl/tree.ts";
import { derive, ORIGINS, traced } from "../../../formats/origin.ts";
import { backendsOn } from "../backends.ts";
import { bootGrace } from "../boot-grace.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { userData } from "../user-data.ts";
import { zonesLocal } from "../zones-of-network.ts";
import { healthCheck, managedGroup, resourceName } from "./addresses.ts";
import { bootDisk, templateDisks } from "./disks.ts";
import { firstBootNeeds } from "./first-boot.ts";
import { imageAddress } from "./images.ts";
import { machineBlocks, machineType, metadata } from "./machine.ts";
import { secretManager } from "./settings.ts";
import { namedPorts } from "./zonal-groups.ts";

/** A group that grows: what its machines are like, how many there are, and when that changes. */
export const managedMachines = (environment: Environment, group: InstanceGroup, scaling: Scaling): readonly Block[] => [
  machineTemplate(environment, group),
  manager(environment, group),
  autoscaler(environment, group, scaling),
];

function machineTemplate(environment: Environment, group: InstanceGroup): Block {
  const { size, type } = bootDisk(group);
  return because(
    [{ at: group.at }],
    block(
      ["resource", "google_compute_instance_template", identifier(group.name)],
      {
        name_prefix: derive(resourceName(environment, group.at, group.name), (name) => `${name}-`),
        machine_type: machineType(environment, group),
        metadata: metadata(environment, group, userData(environment, group, secretManager)),
      },
      [
        block(["disk"], {
          source_image: imageAddress(group),
          boot: true,
          auto_delete: true,
          disk_size_gb: size,
          disk_type: type,
          labels: reference("local.labels"),
        }),
        ...templateDisks(group),
        ...machineBlocks(group),
        because([by("replace-before-destroy", group.at)], block(["lifecycle"], { create_before_destroy: true })),
      ],
    ),
  );
}

function manager(environment: Environment, group: InstanceGroup): Block {
  const name = resourceName(environment, group.at, group.name);
  return because(
    [{ at: group.at }],
    block(
      ["resource", "google_compute_region_instance_group_manager", identifier(group.name)],
      {
        name,
        base_instance_name: name,
        distribution_policy_zones: reference(`local.${zonesLocal(group.network)}`),
        depends_on: firstBootNeeds(environment, group),
      },
      [
        because(
          [by("latest-template", group.at)],
          block(["version"], {
            instance_template: reference(`google_compute_instance_template.${identifier(group.name)}.self_link_unique`),
          }),
        ),
        ...namedPorts(environment, group),
        ...healing(environment, group),
        update(group),
      ],
    ),
  );
}

/** Google heals by one health check, so the first app behind a balancer speaks for the machine. */
function healing(environment: Environment, group: InstanceGroup): readonly Block[] {
  const [backend] = backendsOn(environment, group);
  if (backend === undefined) return [];
  return [
    because(
      [by("health-from-balancer", group.at)],
      block(["auto_healing_policies"], {
        health_check: healthCheck(backend),
        initial_delay_sec: bootGrace(environment, group),
      }),
    ),
  ];
}

/** A surge is spread over the zones, so that it is as many machines as there are zones. */
const update = (group: InstanceGroup): Block =>
  because(
    [by("rolling-replacement", group.at)],
    block(["update_policy"], {
      type: "PROACTIVE",
      minimal_action: "REPLACE",
      max_surge_fixed: scalar(group.network.zones),
      max_unavailable_fixed: 0,
    }),
  );

const autoscaler = (environment: Environment, group: InstanceGroup, scaling: Scaling): Block =>
  because(
    [{ at: scaling.at }, by("follow-processors", group.at)],
    block(
      ["resource", "google_compute_region_autoscaler", identifier(group.name)],
      { name: resourceName(environment, group.at, group.name), target: reference(`${managedGroup(group)}.id`) },
      [
        block(
          ["autoscaling_policy"],
          {
            min_replicas: scalar(scaling.min),
            max_replicas: scalar(scaling.max),
            cooldown_period: bootGrace(environment, group),
          },
          [block(["cpu_utilization"], { target: share(scaling) })],
        ),
      ],
    ),
  );

/** The aim as a part of one. */
const share = ({ cpu }: Scaling): Expression =>
  cpu.variable === undefined
    ? derive(cpu, (percent) => percent / 100)
    : traced(operation`${scalar(cpu)} / 100`, ...cpu[ORIGINS]);
