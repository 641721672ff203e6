import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { sharedName } from "../../../compiler/environment/naming.ts";
import type { Scaling } from "../../../compiler/environment/scaling.ts";
import { by } from "../../../compiler/rules.ts";
import {
  type Block,
  because,
  block,
  call,
  type Expression,
  type HclObject,
  object,
  reference,
} from "../../../formats/hcl/tree.ts";
import { derive, isTraced, ORIGINS, traced } from "../../../formats/origin.ts";
import { backendsOn } from "../backends.ts";
import { bootGrace } from "../boot-grace.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { userData } from "../user-data.ts";
import { machineProfile, securityGroupId, subnetsOf } from "./addresses.ts";
import { type Volume, volumesOf } from "./disks.ts";
import { firstBootNeeds } from "./first-boot.ts";
import { imageAddress } from "./images.ts";
import { keyName } from "./keys.ts";
import { instanceType, metadataOptions } from "./machine.ts";
import { market } from "./market.ts";
import { parameterStore } from "./settings.ts";
import { machineTags, withDefaultTags } from "./tags.ts";
import { isApart, targetGroupArn } from "./target-groups.ts";

/** A group that grows: what its machines are like, how many there are, and when that changes. */
export const autoscaling = (environment: Environment, group: InstanceGroup, scaling: Scaling): readonly Block[] => [
  launchTemplate(environment, group),
  scalingGroup(environment, group, scaling),
  ...(isFixed(scaling) ? [] : [scalingPolicy(environment, group, scaling)]),
];

/** A group of one size is there to be filled up again. */
const isFixed = ({ min, max }: Scaling): boolean =>
  min.value === max.value && min.variable === undefined && max.variable === undefined;

function launchTemplate(environment: Environment, group: InstanceGroup): Block {
  const name = sharedName(environment, group);
  return because(
    [{ at: group.at }],
    block(
      ["resource", "aws_launch_template", identifier(group.name)],
      {
        name,
        image_id: reference(`${imageAddress(group)}.id`),
        instance_type: instanceType(environment, group),
        vpc_security_group_ids: group.public.value ? undefined : [securityGroupId("instances", group.name)],
        key_name: keyName(environment, group),
        user_data: call("base64encode", userData(environment, group, parameterStore)),
        update_default_version: traced(true, by("latest-template", group.at)),
      },
      [
        block(["iam_instance_profile"], { arn: reference(`${machineProfile(group)}.arn`) }),
        ...networkInterface(group),
        metadataOptions(group),
        ...market(group),
        ...disks(group),
        // The provider's default tags reach the template, not what is made from it.
        because(
          [by("default-tags", group.at)],
          block(["tag_specifications"], { resource_type: "volume", tags: withDefaultTags(object({ Name: name })) }),
        ),
      ],
    ),
  );
}

/** A public address is a matter of the network interface, which then carries the security group too. */
const networkInterface = (group: InstanceGroup): readonly Block[] =>
  group.public.value
    ? [
        because(
          group.public[ORIGINS],
          block(["network_interfaces"], {
            associate_public_ip_address: inWord(scalar(group.public)),
            security_groups: [securityGroupId("instances", group.name)],
          }),
        ),
      ]
    : [];

const disks = (group: InstanceGroup): readonly Block[] =>
  volumesOf(group).map(({ device, arguments: settings }) =>
    block(["block_device_mappings"], { device_name: device }, [block(["ebs"], inWords(settings))]),
  );

/** A launch template takes these truths as strings. */
const inWords = (settings: Volume["arguments"]): Volume["arguments"] =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, inWord(value)]));

const inWord = (value: Expression): Expression =>
  isTraced(value) && typeof value.value === "boolean" ? derive(value, String) : value;

function scalingGroup(environment: Environment, group: InstanceGroup, scaling: Scaling): Block {
  const behind = backendsOn(environment, group);
  const known = behind.filter((backend) => !isApart(environment, backend));
  const judging = behind.some(({ proxy }) => proxy?.cluster === undefined);
  const name = sharedName(environment, group);
  return because(
    [{ at: group.at }],
    block(
      ["resource", "aws_autoscaling_group", identifier(group.name)],
      {
        name,
        min_size: scalar(scaling.min),
        max_size: scalar(scaling.max),
        vpc_zone_identifier: reference(`${subnetsOf(group)}[*].id`),
        target_group_arns: known.length === 0 ? undefined : known.map(targetGroupArn),
        // What a cluster puts on its machines may come long after they have booted.
        health_check_type: judging ? traced("ELB", by("health-from-balancer", group.at)) : undefined,
        health_check_grace_period: judging ? bootGrace(environment, group) : undefined,
        depends_on: firstBootNeeds(group),
      },
      [launched(group), refresh(group), tags(group, machineTags(environment, group, name))],
    ),
  );
}

const launched = (group: InstanceGroup): Block =>
  because(
    [by("latest-template", group.at)],
    block(["launch_template"], {
      id: reference(`aws_launch_template.${identifier(group.name)}.id`),
      version: reference(`aws_launch_template.${identifier(group.name)}.latest_version`),
    }),
  );

const refresh = (group: InstanceGroup): Block =>
  because(
    [by("rolling-replacement", group.at)],
    block(["instance_refresh"], { strategy: "Rolling" }, [
      block(["preferences"], { min_healthy_percentage: 100, max_healthy_percentage: 150 }),
    ]),
  );

/** The provider's default tags do not reach what an autoscaling group makes. */
const tags = (group: InstanceGroup, own: HclObject): Block =>
  because(
    [by("default-tags", group.at)],
    block(["dynamic", "tag"], { for_each: withDefaultTags(own) }, [
      block(["content"], {
        key: reference("tag.key"),
        value: reference("tag.value"),
        propagate_at_launch: true,
      }),
    ]),
  );

const scalingPolicy = (environment: Environment, group: InstanceGroup, scaling: Scaling): Block =>
  because(
    [{ at: scaling.at }, by("follow-processors", group.at)],
    block(
      ["resource", "aws_autoscaling_policy", identifier(group.name)],
      {
        name: sharedName(environment, group),
        autoscaling_group_name: reference(`aws_autoscaling_group.${identifier(group.name)}.name`),
        policy_type: "TargetTrackingScaling",
      },
      [
        block(["target_tracking_configuration"], { target_value: scalar(scaling.cpu) }, [
          block(["predefined_metric_specification"], { predefined_metric_type: "ASGAverageCPUUtilization" }),
        ]),
      ],
    ),
  );
