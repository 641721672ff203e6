import type { Environment } from "../../../compiler/environment/environment.ts";
import type { InstanceGroup } from "../../../compiler/environment/instance-group.ts";
import { by } from "../../../compiler/rules.ts";
import { type Block, because, block, call, object, reference } from "../../../formats/hcl/tree.ts";
import { traced } from "../../../formats/origin.ts";
import { identifier } from "../identifiers.ts";
import { scalar } from "../lower.ts";
import { machineName } from "../machine-name.ts";
import { userData } from "../user-data.ts";
import { machineProfile, securityGroupId, subnetsOf } from "./addresses.ts";
import { autoscaling } from "./autoscaling.ts";
import { volumesOf } from "./disks.ts";
import { firstBootNeeds } from "./first-boot.ts";
import { imageAddress, images } from "./images.ts";
import { keyName, keyPairs } from "./keys.ts";
import { lower } from "./lower.ts";
import { instanceType, metadataOptions } from "./machine.ts";
import { market } from "./market.ts";
import { parameterStore } from "./settings.ts";
import { machineTags, withDefaultTags } from "./tags.ts";

export const instances = (environment: Environment): readonly Block[] => [
  ...images(environment),
  ...keyPairs(environment),
  ...environment.instances.flatMap((group) =>
    group.scaling === undefined ? [machines(environment, group)] : autoscaling(environment, group, group.scaling),
  ),
];

const machines = (environment: Environment, group: InstanceGroup): Block =>
  because(
    [{ at: group.at }],
    block(
      ["resource", "aws_instance", identifier(group.name)],
      {
        count: scalar(group.count),
        ami: reference(`${imageAddress(group)}.id`),
        instance_type: instanceType(environment, group),
        subnet_id: call("element", reference(`${subnetsOf(group)}[*].id`), reference("count.index")),
        associate_public_ip_address: group.public.value ? scalar(group.public) : undefined,
        vpc_security_group_ids: [securityGroupId("instances", group.name)],
        iam_instance_profile: reference(`${machineProfile(group)}.name`),
        key_name: keyName(environment, group),
        user_data: userData(environment, group, parameterStore),
        user_data_replace_on_change: traced(true, by("settings-at-start", group.at)),
        tags: machineTags(environment, group, machineName(lower, environment, group)),
        volume_tags: withDefaultTags(object({ Name: machineName(lower, environment, group) })),
        depends_on: firstBootNeeds(group),
      },
      [metadataOptions(group), ...market(group), ...disks(group), ...keepsImage(group)],
    ),
  );

const disks = (group: InstanceGroup): readonly Block[] =>
  volumesOf(group).map(({ isRoot, device, arguments: settings }) =>
    isRoot ? block(["root_block_device"], settings) : block(["ebs_block_device"], { device_name: device, ...settings }),
  );

/** Replacing a machine for each new build of an operating system would be a surprise; for a build of ours it is the point. */
const keepsImage = ({ image, at }: InstanceGroup): readonly Block[] =>
  image.kind === "built"
    ? []
    : [because([by("image-stays", at)], block(["lifecycle"], { ignore_changes: [reference("ami")] }))];
